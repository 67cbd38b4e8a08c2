import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { RecordKind, RequestRecord } from './request-view.ts';

/** What is written down about a request. */
export interface NewRecord {
  readonly kind: RecordKind;
  readonly sender?: string | null;
  readonly subject?: string | null;
  readonly body?: string | null;
  /** Of a mail: the same one is not taken twice. */
  readonly mail_hash?: Buffer;
  readonly made_at?: Date;
}

export async function insertRecord(w: Writing<'rights'>, requestId: string, record: NewRecord): Promise<void> {
  await tables(w, holdings)
    .insertInto('request_record')
    .values({ made_at: w.now(), ...record, id: w.newId(), request_id: requestId })
    .execute();
}

export async function selectHasMail(r: Reading<'rights'>, mailHash: Buffer): Promise<boolean> {
  const query = tables(r, holdings).selectFrom('request_record').select('id').where('mail_hash', '=', mailHash);
  return (await query.executeTakeFirst()) !== undefined;
}

export async function selectRecords(r: Reading<'rights'>, requestId: string, limit: number): Promise<RequestRecord[]> {
  const rows = await tables(r, holdings)
    .selectFrom('request_record')
    .select(['id', 'kind', 'sender', 'subject', 'body', 'made_at'])
    .where('request_id', '=', requestId)
    .orderBy('made_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as RecordKind }));
}

/** What a mailed link does: confirm a form, or show that it is they who ask. */
export type LinkUse = 'confirm' | 'identity';

export async function insertLink(
  w: Writing<'rights'>,
  link: {
    readonly token_hash: Buffer;
    readonly request_id: string;
    readonly opens: LinkUse;
    readonly expires_at: Date;
  },
): Promise<void> {
  await tables(w, holdings).insertInto('request_link').values(link).execute();
}

/** Uses a link up: of two that come at once with it, one gets it. @returns the request that it belongs to */
export async function deleteLink(w: Writing<'rights'>, hash: Buffer, opens: LinkUse): Promise<string | null> {
  const link = await tables(w, holdings)
    .deleteFrom('request_link')
    .where('token_hash', '=', hash)
    .where('opens', '=', opens)
    .where('expires_at', '>', w.now())
    .returning('request_id')
    .executeTakeFirst();
  return link?.request_id ?? null;
}
