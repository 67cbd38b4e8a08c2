import { sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { checkJson } from '../../kernel/holdings/index.ts';
import { isInUse } from './at-rest-store.ts';
import type { DeskFilter, DeskRecord, DeskRow, InvitationView } from './desk-view.ts';
import { holdings } from './holdings.ts';
import type { InquiryState } from './inquiry.ts';
import type { Carried } from './invitation.ts';

const rowColumns = [
  'inquiry.id',
  'inquiry.contact_id',
  'inquiry.form_key',
  'inquiry.answers',
  'inquiry.asked',
  'inquiry.state',
  'inquiry.tags',
  'inquiry.received_at',
  'contact.email',
  'contact.language',
  'contact.undeliverable_at',
  'contact.complained_at',
] as const;

/** Confirmed inquiries only: what nobody confirmed is none of the operators' business, nor what is at rest. */
function confirmed(r: Reading<'contact'>, { formKey, state, tag }: DeskFilter) {
  return tables(r, holdings)
    .selectFrom('inquiry')
    .innerJoin('contact', 'contact.id', 'inquiry.contact_id')
    .where('inquiry.confirmed_at', 'is not', null)
    .where(isInUse)
    .$if(formKey !== null, (query) => query.where('form_key', '=', formKey!))
    .$if(state !== null, (query) => query.where('state', '=', state!))
    .$if(tag !== null, (query) => query.where(sql<boolean>`tags @> array[${tag}]::text[]`));
}

export async function selectDeskRows(
  r: Reading<'contact'>,
  filter: DeskFilter,
  limit: number,
  offset: number,
): Promise<DeskRow[]> {
  const rows = await confirmed(r, filter)
    .select(rowColumns)
    .orderBy('received_at', 'desc')
    .orderBy('inquiry.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as InquiryState }));
}

export async function countDeskRows(r: Reading<'contact'>, filter: DeskFilter): Promise<number> {
  const row = await confirmed(r, filter)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function countUnconfirmed(r: Reading<'contact'>): Promise<number> {
  const row = await tables(r, holdings)
    .selectFrom('inquiry')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** The tags in use, by how often. */
export async function selectTags(r: Reading<'contact'>, limit: number): Promise<string[]> {
  const rows = await tables(r, holdings)
    .selectFrom('inquiry')
    .select(sql<string>`unnest(tags)`.as('tag'))
    .where('confirmed_at', 'is not', null)
    .groupBy('tag')
    .orderBy(sql`count(*)`, 'desc')
    .orderBy('tag')
    .limit(limit)
    .execute();
  return rows.map(({ tag }) => tag);
}

export async function selectDeskRow(r: Reading<'contact'>, id: string): Promise<DeskRow | null> {
  const row = await confirmed(r, { formKey: null, state: null, tag: null })
    .select(rowColumns)
    .where('inquiry.id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, state: row.state as InquiryState } : null;
}

export async function updateDeskRow(
  w: Writing<'contact'>,
  id: string,
  change: { readonly state: InquiryState; readonly tags: readonly string[] },
): Promise<void> {
  await tables(w, holdings)
    .updateTable('inquiry')
    .set({ state: change.state, tags: [...change.tags] })
    .where('id', '=', id)
    .execute();
}

/** Moves an inquiry on, from where it was when nobody had done more. */
export async function updateStateFrom(
  w: Writing<'contact'>,
  id: string,
  from: readonly InquiryState[],
  to: InquiryState,
): Promise<void> {
  await tables(w, holdings)
    .updateTable('inquiry')
    .set({ state: to })
    .where('id', '=', id)
    .where('state', 'in', from)
    .execute();
}

export async function insertRecord(
  w: Writing<'contact'>,
  inquiryId: string,
  record: Pick<DeskRecord, 'kind' | 'subject' | 'body'>,
): Promise<void> {
  await tables(w, holdings)
    .insertInto('desk_record')
    .values({ id: w.newId(), inquiry_id: inquiryId, ...record, made_at: w.now() })
    .execute();
}

export async function selectRecords(r: Reading<'contact'>, inquiryId: string, limit: number): Promise<DeskRecord[]> {
  const rows = await tables(r, holdings)
    .selectFrom('desk_record')
    .select(['id', 'kind', 'subject', 'body', 'made_at'])
    .where('inquiry_id', '=', inquiryId)
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as DeskRecord['kind'] }));
}

/** What operators noted or wrote about a contact, for the contact's own ledger. */
export async function selectWrittenTo(
  r: Reading<'contact'>,
  contactId: string,
): Promise<Pick<DeskRecord, 'kind' | 'subject' | 'made_at'>[]> {
  const rows = await tables(r, holdings)
    .selectFrom('desk_record')
    .innerJoin('inquiry', 'inquiry.id', 'desk_record.inquiry_id')
    .select(['kind', 'subject', 'made_at'])
    .where('contact_id', '=', contactId)
    .orderBy('made_at')
    .limit(500)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as DeskRecord['kind'] }));
}

export async function insertInvitation(
  w: Writing<'contact'>,
  invitation: {
    readonly inquiryId: string;
    readonly tokenHash: Buffer;
    readonly carried: Carried;
    readonly expires_at: Date;
  },
): Promise<void> {
  const carried = checkJson('invitation.carried', holdings.invitation.columns.carried, invitation.carried);
  await tables(w, holdings)
    .insertInto('invitation')
    .values({
      id: w.newId(),
      inquiry_id: invitation.inquiryId,
      token_hash: invitation.tokenHash,
      carried: carried as never,
      made_at: w.now(),
      expires_at: invitation.expires_at,
    })
    .execute();
}

export async function selectInvitations(r: Reading<'contact'>, inquiryId: string): Promise<InvitationView[]> {
  return tables(r, holdings)
    .selectFrom('invitation')
    .select(['carried', 'made_at', 'expires_at', 'accepted_at'])
    .where('inquiry_id', '=', inquiryId)
    .orderBy('made_at', 'desc')
    .limit(20)
    .execute();
}

export async function selectInvitation(r: Reading<'contact'>, tokenHash: Buffer): Promise<InvitationView | null> {
  const row = await tables(r, holdings)
    .selectFrom('invitation')
    .select(['carried', 'made_at', 'expires_at', 'accepted_at'])
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', r.now())
    .executeTakeFirst();
  return row ?? null;
}

/** @returns false when there is no such invitation, or it is used (or, to be given back, not used) */
export async function updateAccepted(w: Writing<'contact'>, tokenHash: Buffer, at: Date | null): Promise<boolean> {
  const result = await tables(w, holdings)
    .updateTable('invitation')
    .set({ accepted_at: at })
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', at === null ? 'is not' : 'is', null)
    .where('expires_at', '>', w.now())
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
