import { daysBefore } from '../clock.ts';
import type { Reading, Writing } from '../database/index.ts';
import { keep_days } from './mail-holdings.ts';
import { deleteMailBefore, type OutboxLetter, selectOutbox } from './mail-store.ts';

const most_letters = 200;

/** The newest letters, for the operator's page: without a mail server this is where links are found. At most 200. */
export function listOutbox(r: Reading<'contact'>): Promise<OutboxLetter[]> {
  return selectOutbox(r, most_letters);
}

/** Deletes letters whose term is over. @returns how many */
export function expireMail(w: Writing<'contact'>): Promise<number> {
  return deleteMailBefore(w, daysBefore(w.now(), keep_days));
}
