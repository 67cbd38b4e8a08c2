import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { LedgerLine } from './entry.ts';
import { holdings } from './holdings.ts';

/** Purposes that may note something in a ledger. None but `rights` can read it. */
export type Noting = Writing<'provide' | 'secure' | 'contact' | 'rights'>;

export interface EntryRow {
  readonly id: string;
  readonly personId: string;
  readonly at: Date;
  readonly kind: string;
  readonly actedBy: string;
  readonly role: string | null;
  /** JSON. */
  readonly said: string;
  readonly salt: Buffer;
  readonly leafHash: Buffer;
  readonly staffId: string | null;
}

/** Lines, who of the staff acted, and the leaves: in one statement, because pages wait for it. */
const insert: NamedStatement = {
  name: 'ledger note entries',
  text: `
    with noted as (
      select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::bytea[], $9::bytea[], $10::uuid[])
        as n (id, person_id, at, kind, acted_by, role, said, salt, leaf_hash, staff_id)
    ), lines as (
      insert into ledger_entry (id, person_id, at, kind, acted_by, role, said, salt, leaf_hash)
      select id, person_id, at, kind, acted_by, role, said::jsonb, salt, leaf_hash from noted
    ), actors as (
      insert into ledger_actor (entry_id, staff_id) select id, staff_id from noted where staff_id is not null
    )
    insert into ledger_leaf (hash) select leaf_hash from noted`,
};

export async function insertEntries(w: Noting, rows: readonly EntryRow[]): Promise<void> {
  const column = <K extends keyof EntryRow>(name: K) => rows.map((row) => row[name]);
  await runNamed(w, insert, [
    column('id'),
    column('personId'),
    column('at'),
    column('kind'),
    column('actedBy'),
    column('role'),
    column('said'),
    column('salt'),
    column('leafHash'),
    column('staffId'),
  ]);
}

/** The newest first: ids are made in the order of time. */
export async function selectEntries(
  r: Reading<'rights'>,
  personId: string,
  before: string | null,
  limit: number,
): Promise<LedgerLine[]> {
  let query = tables(r, holdings)
    .selectFrom('ledger_entry')
    .select(['id', 'at', 'kind', 'acted_by as by', 'role', 'said'])
    .where('person_id', '=', personId);
  if (before !== null) query = query.where('id', '<', before);
  const rows = await query.orderBy('id', 'desc').limit(limit).execute();
  return rows as readonly unknown[] as LedgerLine[];
}
