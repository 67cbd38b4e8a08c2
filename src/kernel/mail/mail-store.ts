import { sql } from 'kysely';
import { daysBefore } from '../clock.ts';
import { type Reading, tables, type Writing } from '../database/index.ts';
import { mailHoldings } from './mail-holdings.ts';

/** A letter that waited longer is not sent: its link is dead, and a site that gets its mail server late floods nobody. */
const stale_days = 2;

export interface QueuedMail {
  readonly id: string;
  readonly address: string;
  readonly subject: string;
  readonly replyTo: string | null;
  readonly text: string;
  /** How often it was tried, this time included. */
  readonly tries: number;
}

/** A letter as the operator's page of the outbox shows it. */
export interface OutboxLetter {
  readonly id: string;
  /** The account or sign-up that it is for. */
  readonly personId: string | null;
  readonly address: string;
  readonly about: string;
  readonly subject: string;
  /** Null once the letter was handed to a mail server. */
  readonly text: string | null;
  readonly state: 'queued' | 'sent' | 'given-up';
  readonly queued_at: Date;
}

export async function insertMail(
  w: Writing<'provide' | 'secure' | 'contact' | 'rights'>,
  mail: {
    readonly id: string;
    readonly person_id: string | null;
    readonly address: string;
    readonly about: string;
    readonly subject: string;
    readonly reply_to: string | null;
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
export async function claimDueMail(w: Writing<'contact'>, limit: number): Promise<QueuedMail[]> {
  const due = tables(w, mailHoldings)
    .selectFrom('mail')
    .select('id')
    .where('state', '=', 'queued')
    .where('next_try_at', '<=', w.now())
    .where('queued_at', '>', daysBefore(w.now(), stale_days))
    .orderBy('next_try_at')
    .limit(limit)
    .forUpdate()
    .skipLocked();
  const rows = await tables(w, mailHoldings)
    .updateTable('mail')
    .set({
      tries: sql`tries + 1`,
      // One minute, then twice as long each time: about two hours for eight tries.
      next_try_at: sql`${w.now()}::timestamptz + interval '1 minute' * power(2, tries)`,
    })
    // An array, so that the inner statement runs once and locks no more than it gives.
    .where('id', '=', sql<string>`any(array(${due}))`)
    .returning(['id', 'address', 'subject', 'reply_to', 'body', 'tries'])
    .execute();
  return rows.map(({ body, reply_to: replyTo, ...mail }) => ({ ...mail, replyTo, text: body ?? '' }));
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
    .select(['id', 'person_id as personId', 'address', 'about', 'subject', 'body', 'state', 'queued_at'])
    .orderBy('queued_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ body, state, ...row }) => ({ ...row, text: body, state: state as OutboxLetter['state'] }));
}
