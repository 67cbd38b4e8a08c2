import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { Actor, EntryKind, LedgerLine, Said } from './entry.ts';
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
      select n.* from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[],
        $8::bytea[], $9::bytea[], $10::uuid[])
        as n (id, person_id, at, kind, acted_by, role, said, salt, leaf_hash, staff_id)
      where exists (select from person where person.id = n.person_id)
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

/** A line with what opens its leaf; null when there is none, or it is not of this person. */
export async function selectSalted(
  r: Reading<'rights'>,
  personId: string,
  entryId: string,
): Promise<EntryOfPerson | null> {
  const [row] = await selectOpened(r).where('id', '=', entryId).where('person_id', '=', personId).execute();
  return (row as EntryOfPerson | undefined) ?? null;
}

/** All that a leaf commits to, and its hash. */
export interface EntryOfPerson {
  readonly id: string;
  readonly personId: string;
  readonly at: Date;
  readonly kind: EntryKind;
  readonly by: Actor['type'];
  readonly role: string | null;
  readonly said: Said;
  readonly salt: Buffer;
  readonly leafHash: Buffer;
}

function selectOpened(r: Reading<'rights'>) {
  return tables(r, holdings)
    .selectFrom('ledger_entry')
    .select(['id', 'person_id as personId', 'at', 'kind', 'acted_by as by', 'role', 'said', 'salt'])
    .select('leaf_hash as leafHash');
}

/** Lines of everybody in the order of their ids, after one: for checking them all. */
export async function selectAllEntries(r: Reading<'rights'>, after: string, limit: number): Promise<EntryOfPerson[]> {
  const rows = await selectOpened(r).where('id', '>', after).orderBy('id').limit(limit).execute();
  return rows as readonly unknown[] as EntryOfPerson[];
}

/** Lines whose leaf the log does not have, and leaves whose line is gone though nobody was erased. */
export async function selectUnmatched(
  r: Reading<'rights'>,
  limit: number,
): Promise<{ readonly lines: readonly string[]; readonly leaves: readonly string[] }> {
  const db = tables(r, holdings);
  const lines = await db
    .selectFrom('ledger_entry')
    .leftJoin('ledger_leaf', 'ledger_leaf.hash', 'ledger_entry.leaf_hash')
    .select('ledger_entry.id')
    .where('ledger_leaf.hash', 'is', null)
    .limit(limit)
    .execute();
  const leaves = await db
    .selectFrom('ledger_leaf')
    .leftJoin('ledger_entry', 'ledger_entry.leaf_hash', 'ledger_leaf.hash')
    .select('ledger_leaf.hash')
    .where('ledger_entry.id', 'is', null)
    .where('ledger_leaf.is_vacated', '=', false)
    .limit(limit)
    .execute();
  return { lines: lines.map(({ id }) => id), leaves: leaves.map(({ hash }) => hash.toString('hex')) };
}

const vacate: NamedStatement = {
  name: 'ledger vacate leaves',
  text: `
    with vacated as (
      update ledger_leaf set is_vacated = true
      where hash in (select leaf_hash from ledger_entry where person_id = any($1::uuid[]))
    )
    insert into ledger_leaf (hash, is_vacated) select unnest($2::bytea[]), true`,
};

/** Marks the leaves of people whose lines go, and adds leaves that never have a line. */
export async function vacateLeaves(
  w: Writing<'rights'>,
  personIds: readonly string[],
  added: readonly Uint8Array[],
): Promise<void> {
  await runNamed(w, vacate, [personIds, added]);
}
