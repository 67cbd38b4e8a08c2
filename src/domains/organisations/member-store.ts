import { sql } from 'kysely';
import { type Reading, tables } from '../../kernel/database/index.ts';
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
