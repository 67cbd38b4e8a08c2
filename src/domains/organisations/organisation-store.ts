import { sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { Organisation, OrganisationDescription, OrganisationKind, OrganisationState } from './organisation.ts';

const columns = [
  'key',
  'kind',
  'name',
  'description',
  'logo_hash',
  'accent',
  'state',
  'host_name',
  'host_confirmed_at',
] as const;

interface Row {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly description: string;
  readonly logo_hash: string | null;
  readonly accent: string | null;
  readonly state: string;
  readonly host_name: string | null;
  readonly host_confirmed_at: Date | null;
}

/** @returns false, and does nothing, when there is one with this key, in whatever case */
export async function insertOrganisation(
  w: Writing<'provide'>,
  organisation: OrganisationDescription,
  state: OrganisationState,
): Promise<boolean> {
  const result = await tables(w, holdings)
    .insertInto('organisation')
    .values({ key: organisation.key, ...toRow(organisation), state, opened_at: w.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updateOrganisation(
  w: Writing<'provide'>,
  organisation: OrganisationDescription,
): Promise<boolean> {
  return update(w, organisation.key, toRow(organisation));
}

export function updateState(w: Writing<'provide'>, key: string, state: OrganisationState): Promise<boolean> {
  return update(w, key, { state });
}

export function updateHost(w: Writing<'provide'>, key: string, name: string | null, at: Date | null): Promise<boolean> {
  return update(w, key, { host_name: name, host_confirmed_at: at });
}

async function update(w: Writing<'provide'>, key: string, change: Partial<Omit<Row, 'key'>>): Promise<boolean> {
  const query = tables(w, holdings).updateTable('organisation').set(change).where('key', '=', key);
  return (await query.executeTakeFirst()).numUpdatedRows === 1n;
}

export async function selectOrganisation(r: Reading<'provide'>, key: string): Promise<Organisation | null> {
  const row = await tables(r, holdings)
    .selectFrom('organisation')
    .select(columns)
    .where(sql<string>`lower(key)`, '=', key.toLowerCase())
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Who changes members waits for others who do: an organisation keeps an owner whatever two do at once. */
export async function lockOrganisation(w: Writing<'provide'>, key: string): Promise<Organisation | null> {
  const query = tables(w, holdings).selectFrom('organisation').select(columns).where('key', '=', key).forUpdate();
  const row = await query.executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function selectByHost(r: Reading<'provide'>, hostName: string): Promise<Organisation | null> {
  const row = await tables(r, holdings)
    .selectFrom('organisation')
    .select(columns)
    .where('host_name', '=', hostName)
    .where('host_confirmed_at', 'is not', null)
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** By name; those that wait for an operator first. */
export async function selectOrganisations(r: Reading<'provide'>, limit: number): Promise<Organisation[]> {
  const rows = await tables(r, holdings)
    .selectFrom('organisation')
    .select(columns)
    .orderBy(sql`state = 'waiting' or (host_name is not null and host_confirmed_at is null)`, 'desc')
    .orderBy('name')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

function toRow({ kind, name, description, logoHash: logo_hash, accent }: OrganisationDescription) {
  return { kind, name, description, logo_hash, accent };
}

function fromRow({ logo_hash: logoHash, kind, state, host_name, host_confirmed_at, ...same }: Row): Organisation {
  return {
    ...same,
    kind: kind as OrganisationKind,
    logoHash,
    state: state as OrganisationState,
    host: host_name === null ? null : { name: host_name, isConfirmed: host_confirmed_at !== null },
  };
}
