import { sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { Organisation, OrganisationKind } from './organisation.ts';

const columns = ['key', 'kind', 'name', 'description', 'logo_hash', 'accent'] as const;

interface Row {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly logo_hash: string | null;
  readonly accent: string | null;
}

/** Does nothing when there is one with this key, in whatever case. */
export async function insertOrganisation(w: Writing<'provide'>, organisation: Organisation): Promise<void> {
  const { logoHash: logo_hash, ...same } = organisation;
  await tables(w, holdings)
    .insertInto('organisation')
    .values({ ...same, logo_hash, opened_at: w.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function updateOrganisation(w: Writing<'provide'>, organisation: Organisation): Promise<boolean> {
  const { key, logoHash: logo_hash, ...same } = organisation;
  const result = await tables(w, holdings)
    .updateTable('organisation')
    .set({ ...same, logo_hash })
    .where('key', '=', key)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function selectOrganisation(r: Reading<'provide'>, key: string): Promise<Organisation | null> {
  const row = await tables(r, holdings)
    .selectFrom('organisation')
    .select(columns)
    .where(sql<string>`lower(key)`, '=', key.toLowerCase())
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function selectOrganisations(r: Reading<'provide'>, limit: number): Promise<Organisation[]> {
  const rows = await tables(r, holdings)
    .selectFrom('organisation')
    .select(columns)
    .orderBy('name')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

function fromRow({ logo_hash: logoHash, kind, ...same }: Row): Organisation {
  return { ...same, kind: kind as OrganisationKind, logoHash };
}
