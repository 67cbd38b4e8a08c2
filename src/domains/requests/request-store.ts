import { sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { CameBy, RequestKind, RequestState } from './request.ts';
import type { RequestCounts, RequestFilter, RequestRow } from './request-view.ts';

type R = Reading<'rights'>;
type W = Writing<'rights'>;

/** What is stored of a new request and of whoever asks. */
export interface NewRequest {
  readonly email: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly reference: string;
  readonly kind: RequestKind;
  readonly came_by: CameBy;
  readonly state: RequestState;
  readonly received_at: Date;
  readonly received_on: string;
  readonly confirmed_at: Date | null;
  readonly due_on: string | null;
}

/** @returns the ids of the request and of whoever asks */
export async function insertRequest(
  w: W,
  { email, ...request }: NewRequest,
): Promise<{ readonly id: string; readonly requesterId: string }> {
  const id = w.newId();
  const requesterId = w.newId();
  await tables(w, holdings)
    .insertInto('privacy_request')
    .values({ ...request, id, paused_days: 0, has_news: 0 })
    .execute();
  await tables(w, holdings).insertInto('requester').values({ id: requesterId, request_id: id, email }).execute();
  return { id, requesterId };
}

function allRequests(r: R) {
  return tables(r, holdings)
    .selectFrom('privacy_request')
    .leftJoin('requester', 'requester.request_id', 'privacy_request.id')
    .leftJoin('request_in_hand', 'request_in_hand.request_id', 'privacy_request.id');
}

const rowColumns = [
  'privacy_request.id',
  'reference',
  'kind',
  'came_by',
  'state',
  'received_at',
  'received_on',
  'due_on',
  'extended_at',
  'identity_asked_on',
  'identity_shown_at',
  'paused_days',
  'has_news',
  'closed_at',
  'name',
  'language',
  'requester.id as requester_id',
  'requester.person_id',
  'requester.email',
  'request_in_hand.operator_id',
] as const;

function filtered(r: R, { show, kind, operatorId }: RequestFilter) {
  const ended: readonly RequestState[] = ['answered', 'refused', 'withdrawn'];
  return allRequests(r)
    .where(({ or, eb }) =>
      // A reply to what is closed brings it back before somebody's eyes.
      show === 'open' ? or([eb('state', '=', 'open'), eb('has_news', '>', 0)]) : eb('state', 'in', ended),
    )
    .$if(kind !== null, (query) => query.where('kind', '=', kind!))
    .$if(operatorId !== null, (query) => query.where('operator_id', '=', operatorId!));
}

/** What is late or due comes first, what waits for an identity last; of the closed ones the latest first. */
export async function selectRequests(
  r: R,
  filter: RequestFilter,
  limit: number,
  offset: number,
): Promise<RequestRow[]> {
  const query = filtered(r, filter).select(rowColumns).limit(limit).offset(offset);
  const rows = await (filter.show === 'open'
    ? query.orderBy('due_on', (order) => order.asc().nullsLast()).orderBy('received_at')
    : query.orderBy('closed_at', 'desc').orderBy('privacy_request.id')
  ).execute();
  return rows as RequestRow[];
}

export async function countRequests(r: R, filter: RequestFilter): Promise<number> {
  const row = await filtered(r, filter)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function selectCounts(r: R, today: string): Promise<RequestCounts> {
  const row = await tables(r, holdings)
    .selectFrom('privacy_request')
    .select([
      sql<string>`count(*) filter (where state = 'open')`.as('open'),
      sql<string>`count(*) filter (where state = 'open' and due_on < ${today}::date)`.as('late'),
      sql<string>`count(*) filter (where has_news > 0)`.as('news'),
    ])
    .executeTakeFirstOrThrow();
  return { open: Number(row.open), late: Number(row.late), news: Number(row.news) };
}

export async function selectRequest(r: R, id: string): Promise<RequestRow | null> {
  const row = await allRequests(r).select(rowColumns).where('privacy_request.id', '=', id).executeTakeFirst();
  return (row as RequestRow | undefined) ?? null;
}

/** The same, held until the transaction ends: two operators who act at once come one after the other. */
export async function lockRequest(w: W, id: string): Promise<RequestRow | null> {
  await tables(w, holdings).selectFrom('privacy_request').select('id').where('id', '=', id).forUpdate().execute();
  return selectRequest(w, id);
}

export async function selectByReference(r: R, references: readonly string[]): Promise<RequestRow | null> {
  if (references.length === 0) return null;
  const row = await allRequests(r)
    .select(rowColumns)
    .where('reference', 'in', references)
    .where('state', '!=', 'unconfirmed')
    .orderBy('received_at', 'desc')
    .executeTakeFirst();
  return (row as RequestRow | undefined) ?? null;
}

/** What one address asked by mail since a moment and is still open, newest first. */
export async function selectMailedSince(r: R, email: string, since: Date, limit: number): Promise<string[]> {
  const rows = await tables(r, holdings)
    .selectFrom('privacy_request')
    .innerJoin('requester', 'requester.request_id', 'privacy_request.id')
    .select('privacy_request.id')
    .where('requester.email', '=', email)
    .where('came_by', '=', 'mail')
    .where('state', '=', 'open')
    .where('confirmed_at', '>', since)
    .orderBy('confirmed_at', 'desc')
    .orderBy('privacy_request.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** What steps change of a request. */
export type RequestChange = Partial<{
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly confirmed_at: Date;
  readonly due_on: string | null;
  readonly extended_at: Date;
  readonly identity_asked_on: string | null;
  readonly identity_shown_at: Date;
  readonly paused_days: number;
  readonly has_news: number;
  readonly closed_at: Date | null;
}>;

export async function updateRequest(w: W, id: string, change: RequestChange): Promise<void> {
  await tables(w, holdings).updateTable('privacy_request').set(change).where('id', '=', id).execute();
}

export async function updatePersonOf(w: W, requesterId: string, personId: string): Promise<void> {
  await tables(w, holdings)
    .updateTable('requester')
    .set({ person_id: personId })
    .where('id', '=', requesterId)
    .execute();
}

export async function upsertInHand(w: W, requestId: string, operatorId: string): Promise<void> {
  const row = { operator_id: operatorId, since: w.now() };
  await tables(w, holdings)
    .insertInto('request_in_hand')
    .values({ request_id: requestId, ...row })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet(row))
    .execute();
}

export async function deleteInHand(w: W, requestId: string): Promise<void> {
  await tables(w, holdings).deleteFrom('request_in_hand').where('request_id', '=', requestId).execute();
}
