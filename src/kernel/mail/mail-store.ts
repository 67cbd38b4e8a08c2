import { type Reading, tables, type Writing } from '../database/index.ts';
import { mailHoldings } from './mail-holdings.ts';

/** A letter that waited longer is not sent: its link is dead, and a site that gets its mail server late floods nobody. */
const stale_days = 2;

export interface QueuedMail {
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  /** How often it was tried, this time included. */
  readonly tries: number;
}

/** A letter as the operator's page of the outbox shows it. */
export interface OutboxLetter {
  readonly id: string;
  readonly address: string;
  readonly about: string;
  readonly subject: string;
  /** Null once the letter was handed to a mail server. */
  readonly text: string | null;
  readonly state: 'queued' | 'sent' | 'given-up';
  readonly queued_at: Date;
}

export async function insertMail(
  w: Writing<'provide' | 'secure' | 'contact'>,
  mail: {
    readonly id: string;
    readonly person_id: string | null;
    readonly address: string;
    readonly about: string;
    readonly subject: string;
    readonly text: string;
    readonly now: Date;
  },
): Promise<void> {
  const { text: body, now, ...row } = mail;
  await tables(w, mailHoldings)
    .insertInto('mail')
    .values({ ...row, body, state: 'queued', tries: 0, next_try_at: now, queued_at: now })
    .execute();
}

/** Takes up to `limit` due letters for this process, and puts their next try off so that no other takes them. */
export async function claimDueMail(
  w: Writing<'contact'>,
  next: (tries: number) => Date,
  limit: number,
): Promise<QueuedMail[]> {
  const due = await tables(w, mailHoldings)
    .selectFrom('mail')
    .select(['id', 'address', 'subject', 'body', 'tries'])
    .where('state', '=', 'queued')
    .where('next_try_at', '<=', w.now())
    .where('queued_at', '>', new Date(w.now().getTime() - stale_days * 86_400_000))
    .orderBy('next_try_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const { id, tries } of due) {
    await tables(w, mailHoldings)
      .updateTable('mail')
      .set({ tries: tries + 1, next_try_at: next(tries + 1) })
      .where('id', '=', id)
      .execute();
  }
  return due.map(({ body, tries, ...mail }) => ({ ...mail, text: body ?? '', tries: tries + 1 }));
}

/** Its words go with it: they may hold a link that opens an account. */
export async function markSent(w: Writing<'contact'>, id: string): Promise<void> {
  await tables(w, mailHoldings)
    .updateTable('mail')
    .set({ state: 'sent', sent_at: w.now(), body: null })
    .where('id', '=', id)
    .execute();
}

export async function markGivenUp(w: Writing<'contact'>, id: string): Promise<void> {
  await tables(w, mailHoldings)
    .updateTable('mail')
    .set({ state: 'given-up', body: null })
    .where('id', '=', id)
    .execute();
}

export async function selectOutbox(r: Reading<'contact'>, limit: number): Promise<OutboxLetter[]> {
  const rows = await tables(r, mailHoldings)
    .selectFrom('mail')
    .select(['id', 'address', 'about', 'subject', 'body', 'state', 'queued_at'])
    .orderBy('queued_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ body, state, ...row }) => ({ ...row, text: body, state: state as OutboxLetter['state'] }));
}

export async function deleteMailBefore(w: Writing<'contact'>, moment: Date): Promise<number> {
  const result = await tables(w, mailHoldings).deleteFrom('mail').where('queued_at', '<', moment).executeTakeFirst();
  return Number(result.numDeletedRows);
}
