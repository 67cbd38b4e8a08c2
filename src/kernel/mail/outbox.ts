import type { Reading } from '../database/index.ts';
import { type OutboxLetter, selectOutbox } from './mail-store.ts';

const most_letters = 200;

/** The newest letters, for the operator's page: without a mail server this is where links are found. At most 200. */
export function listOutbox(r: Reading<'contact'>): Promise<OutboxLetter[]> {
  return selectOutbox(r, most_letters);
}
