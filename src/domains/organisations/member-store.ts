import { sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { MemberRole } from './rights.ts';

/** The person's role in the organisation, whatever the case of its key. */
export async function selectRole(r: Reading<'provide'>, personId: string, key: string): Promise<MemberRole | null> {
  const row = await tables(r, holdings)
    .selectFrom('organisation_member')
    .select('role')
    .where('person_id', '=', personId)
    .where(sql<string>`lower(organisation)`, '=', key.toLowerCase())
    .executeTakeFirst();
  return (row?.role as MemberRole | undefined) ?? null;
}

export async function insertMember(
  w: Writing<'provide'>,
  key: string,
  personId: string,
  role: MemberRole,
): Promise<void> {
  await tables(w, holdings)
    .insertInto('organisation_member')
    .values({ organisation: key, person_id: personId, role, since: w.now() })
    .execute();
}

export async function updateRole(
  w: Writing<'provide'>,
  key: string,
  personId: string,
  role: MemberRole,
): Promise<void> {
  await tables(w, holdings)
    .updateTable('organisation_member')
    .set({ role })
    .where('organisation', '=', key)
    .where('person_id', '=', personId)
    .execute();
}

export async function deleteMember(w: Writing<'provide'>, key: string, personId: string): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('organisation_member')
    .where('organisation', '=', key)
    .where('person_id', '=', personId)
    .execute();
}

export async function countOwners(r: Reading<'provide'>, key: string): Promise<number> {
  const row = await tables(r, holdings)
    .selectFrom('organisation_member')
    .select((e) => e.fn.countAll<string>().as('number'))
    .where('organisation', '=', key)
    .where('role', '=', 'owner')
    .executeTakeFirstOrThrow();
  return Number(row.number);
}

export async function countMembers(r: Reading<'provide'>, key: string): Promise<number> {
  const row = await tables(r, holdings)
    .selectFrom('organisation_member')
    .select((e) => e.fn.countAll<string>().as('number'))
    .where('organisation', '=', key)
    .executeTakeFirstOrThrow();
  return Number(row.number);
}

export async function selectMembers(
  r: Reading<'provide'>,
  key: string,
  limit: number,
): Promise<{ personId: string; role: MemberRole; since: Date }[]> {
  const rows = await tables(r, holdings)
    .selectFrom('organisation_member')
    .select(['person_id', 'role', 'since'])
    .where('organisation', '=', key)
    .orderBy('since')
    .limit(limit)
    .execute();
  return rows.map(({ person_id: personId, role, since }) => ({ personId, role: role as MemberRole, since }));
}

/** The organisations of a person with their role in each, by name. */
export async function selectMemberships(
  r: Reading<'provide'>,
  personId: string,
  limit: number,
): Promise<{ key: string; name: string; role: MemberRole }[]> {
  const rows = await tables(r, holdings)
    .selectFrom('organisation_member')
    .innerJoin('organisation', 'organisation.key', 'organisation_member.organisation')
    .select(['key', 'name', 'role'])
    .where('person_id', '=', personId)
    .orderBy('name')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, role: row.role as MemberRole }));
}

/** The keys of those of the organisations that have an owner. */
export async function selectOwned(r: Reading<'provide'>, limit: number): Promise<Set<string>> {
  const rows = await tables(r, holdings)
    .selectFrom('organisation_member')
    .select('organisation')
    .distinct()
    .where('role', '=', 'owner')
    .limit(limit)
    .execute();
  return new Set(rows.map(({ organisation }) => organisation));
}
