import { sql } from 'kysely';
import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import { isInUse, takesMailings } from './at-rest-store.ts';
import { holdings } from './holdings.ts';
import { type DeliveryCounts, type DeliveryState, deliveryStates, type Mailing } from './mailing.ts';

/** Whom a mailing reaches: a yes stands and no objection does, the address is confirmed, and mail to it does not fail. */
function reached(r: Reading<'contact'>, audience: string | null) {
  return tables(r, holdings)
    .selectFrom('contact')
    .innerJoin('contact_consent', (join) =>
      join.onRef('contact_consent.contact_id', '=', 'contact.id').on('withdrawn_at', 'is', null),
    )
    .where('contact.confirmed_at', 'is not', null)
    .where('undeliverable_at', 'is', null)
    .where(isInUse)
    .where(takesMailings)
    .$if(audience !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('inquiry')
            .select('inquiry.id')
            .whereRef('inquiry.contact_id', '=', 'contact.id')
            .where('inquiry.confirmed_at', 'is not', null)
            .where('form_key', '=', audience!),
        ),
      ),
    );
}

export async function countReached(r: Reading<'contact'>, audience: string | null): Promise<number> {
  const row = await reached(r, audience)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** A copy for everybody whom the mailing reaches now; who has one already gets no second. */
export async function insertDeliveries(
  w: Writing<'contact'>,
  mailing: Pick<Mailing, 'id' | 'audience'>,
): Promise<void> {
  const now = w.now();
  await tables(w, holdings)
    .insertInto('delivery')
    .columns(['id', 'mailing_id', 'contact_id', 'state', 'tries', 'next_try_at'])
    .expression(
      reached(w, mailing.audience).select([
        sql<string>`uuidv7()`.as('id'),
        sql<string>`${mailing.id}::uuid`.as('mailing_id'),
        'contact.id as contact_id',
        sql<string>`'waiting'`.as('state'),
        sql<number>`0`.as('tries'),
        sql<Date>`${now}::timestamptz`.as('next_try_at'),
      ]),
    )
    .onConflict((conflict) => conflict.columns(['mailing_id', 'contact_id']).doNothing())
    .execute();
}

const lock: NamedStatement = {
  name: 'outreach lock sending',
  text: "select pg_advisory_xact_lock(hashtext('mooc mailing'))",
};

/** When the last copy was claimed by any process. Others wait until the transaction ends, so the rate is the site's. */
export async function lockSending(w: Writing<'contact'>): Promise<Date | null> {
  await runNamed(w, lock, []);
  const row = await tables(w, holdings)
    .selectFrom('delivery')
    .select('claimed_at')
    .where('claimed_at', 'is not', null)
    .orderBy('claimed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.claimed_at ?? null;
}

/** A copy that a process is about to send. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly contact_id: string;
  readonly mailing_id: string;
  readonly subject: string;
  readonly body: string;
  readonly email: string;
  readonly language: string | null;
  /** This time included. */
  readonly tries: number;
}

/**
 * Takes the next copy that waits. One whose person took their yes back meanwhile, or whose address fails, is left out, and
 * says so: then ask again.
 */
export async function claimDelivery(
  w: Writing<'contact'>,
  tokenHash: Buffer,
): Promise<ClaimedDelivery | 'left-out' | null> {
  const next = await tables(w, holdings)
    .selectFrom('delivery')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing_id')
    .innerJoin('contact', 'contact.id', 'delivery.contact_id')
    .select([
      'delivery.id',
      'delivery.contact_id',
      'mailing_id',
      'mailing.subject',
      'mailing.body',
      'email',
      'language',
      'tries',
    ])
    .where('delivery.state', '=', 'waiting')
    .where('mailing.state', '=', 'sending')
    .where('next_try_at', '<=', w.now())
    .orderBy('next_try_at')
    .orderBy('delivery.id')
    .limit(1)
    .forUpdate('delivery')
    .executeTakeFirst();
  if (!next) return null;
  const isReached = await reached(w, null).select('contact.id').where('contact.id', '=', next.contact_id).execute();
  const tries = next.tries + 1;
  const claim = { state: 'claimed', claimed_at: w.now(), token_hash: tokenHash, tries };
  await tables(w, holdings)
    .updateTable('delivery')
    .set(isReached.length > 0 ? claim : { state: 'left-out' })
    .where('id', '=', next.id)
    .execute();
  return isReached.length > 0 ? { ...next, tries } : 'left-out';
}

/** What became of a copy. Not when it was put off meanwhile, or its person is gone. */
export async function updateDelivery(
  w: Writing<'contact'>,
  id: string,
  change: { readonly state: DeliveryState; readonly code?: string; readonly next_try_at?: Date },
): Promise<void> {
  await tables(w, holdings)
    .updateTable('delivery')
    .set({ ...change, ...(change.state === 'sent' ? { sent_at: w.now() } : {}) })
    .where('id', '=', id)
    .where('state', '=', 'claimed')
    .execute();
}

/** Copies that a process took and never told of: it was killed, and nobody knows whether they went. */
export async function markUnsure(w: Writing<'contact'>, claimedBefore: Date): Promise<number> {
  const result = await tables(w, holdings)
    .updateTable('delivery')
    .set({ state: 'unsure' })
    .where('state', '=', 'claimed')
    .where('claimed_at', '<', claimedBefore)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

export async function leaveOutWaiting(w: Writing<'contact'>, mailingId: string): Promise<void> {
  await tables(w, holdings)
    .updateTable('delivery')
    .set({ state: 'left-out' })
    .where('mailing_id', '=', mailingId)
    .where('state', '=', 'waiting')
    .execute();
}

/** Mailings of which no copy waits or is on its way. */
export async function finishMailings(w: Writing<'contact'>): Promise<void> {
  await tables(w, holdings)
    .updateTable('mailing')
    .set({ state: 'sent', finished_at: w.now() })
    .where('state', '=', 'sending')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery')
            .select('delivery.id')
            .whereRef('mailing_id', '=', 'mailing.id')
            .where('delivery.state', 'in', ['waiting', 'claimed']),
        ),
      ),
    )
    .execute();
}

export async function countDeliveries(r: Reading<'contact'>, mailingId: string): Promise<DeliveryCounts> {
  const rows = await tables(r, holdings)
    .selectFrom('delivery')
    .select(({ fn }) => ['state', fn.countAll<string>().as('count')])
    .where('mailing_id', '=', mailingId)
    .groupBy('state')
    .execute();
  const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
  return Object.fromEntries(deliveryStates.map((state) => [state, counts.get(state) ?? 0])) as Record<
    DeliveryState,
    number
  >;
}

/** Whose copy carries the secret. */
export async function selectDeliveredTo(
  r: Reading<'contact'>,
  tokenHash: Buffer,
): Promise<{ readonly contact_id: string } | null> {
  const query = tables(r, holdings).selectFrom('delivery').select('contact_id').where('token_hash', '=', tokenHash);
  return (await query.executeTakeFirst()) ?? null;
}

/** The mailings that reached a contact, for their own ledger. */
export async function selectDeliveriesOf(
  r: Reading<'contact'>,
  contactId: string,
): Promise<{ readonly sent_at: Date; readonly subject: string }[]> {
  const rows = await tables(r, holdings)
    .selectFrom('delivery')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing_id')
    .select(['sent_at', 'subject'])
    .where('contact_id', '=', contactId)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at')
    .limit(500)
    .execute();
  return rows.map(({ sent_at, subject }) => ({ sent_at: sent_at!, subject }));
}
