import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

export interface PostedRow {
  readonly kind: string;
  readonly version: string;
  readonly effective_at: Date;
  readonly text: string;
}

/** How many versions of all documents together are read. */
const most_versions = 3_000;

export function selectPosted(r: Reading<'provide'>): Promise<PostedRow[]> {
  return tables(r, holdings)
    .selectFrom('document_version')
    .select(['kind', 'version', 'effective_at', 'text'])
    .orderBy('effective_at', 'desc')
    .limit(most_versions)
    .execute();
}

export async function countPosted(r: Reading<'provide'>): Promise<number> {
  const row = await tables(r, holdings)
    .selectFrom('document_version')
    .select((e) => e.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/** @returns false when a version holds from that moment already */
export async function insertPosted(w: Writing<'provide'>, row: PostedRow): Promise<boolean> {
  const result = await tables(w, holdings)
    .insertInto('document_version')
    .values({ ...row, posted_at: w.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function selectDraft(
  r: Reading<'provide'>,
  kind: string,
): Promise<{ readonly text: string; readonly changed_at: Date } | null> {
  const row = await tables(r, holdings)
    .selectFrom('document_draft')
    .select(['text', 'changed_at'])
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row ?? null;
}

export async function upsertDraft(w: Writing<'provide'>, kind: string, text: string): Promise<void> {
  const row = { text, changed_at: w.now() };
  await tables(w, holdings)
    .insertInto('document_draft')
    .values({ kind, ...row })
    .onConflict((conflict) => conflict.column('kind').doUpdateSet(row))
    .execute();
}

export async function deleteDraft(w: Writing<'provide'>, kind: string): Promise<void> {
  await tables(w, holdings).deleteFrom('document_draft').where('kind', '=', kind).execute();
}
