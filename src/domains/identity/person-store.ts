import { sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { Profile, ProfileEdit } from './person.ts';

/** What signing in and letters need of an account. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly email_confirmed_at: Date | null;
  readonly name: string;
  readonly language: string | null;
}

const accountColumns = ['id', 'email', 'email_confirmed_at', 'name', 'language'] as const;

export interface NewPerson {
  readonly id: string;
  readonly handle: string;
  readonly email: string;
  readonly email_confirmed_at: Date | null;
  readonly name: string;
  readonly age_stated_at: Date | null;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly is_operator: boolean;
  readonly registered_at: Date;
}

/** @returns false when the address is taken: also by one who registers at the same moment */
export async function insertPerson(w: Writing<'secure'>, person: NewPerson, passwordHash: string): Promise<boolean> {
  const made = await tables(w, holdings)
    .insertInto('person')
    .values(person)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return false;
  await tables(w, holdings)
    .insertInto('credential')
    .values({ person_id: person.id, password_hash: passwordHash, changed_at: person.registered_at })
    .execute();
  return true;
}

export async function selectAccountByEmail(r: Reading<'secure' | 'rights'>, email: string): Promise<Account | null> {
  const query = tables(r, holdings).selectFrom('person').select(accountColumns).where('email', '=', email);
  return (await query.executeTakeFirst()) ?? null;
}

export async function selectAnybody(r: Reading<'secure'>): Promise<boolean> {
  return (await tables(r, holdings).selectFrom('person').select('id').limit(1).execute()).length > 0;
}

export async function selectAccount(r: Reading<'secure'>, personId: string): Promise<Account | null> {
  const query = tables(r, holdings).selectFrom('person').select(accountColumns).where('id', '=', personId);
  return (await query.executeTakeFirst()) ?? null;
}

export async function selectPasswordHash(r: Reading<'secure'>, personId: string): Promise<string | null> {
  const query = tables(r, holdings).selectFrom('credential').select('password_hash').where('person_id', '=', personId);
  return (await query.executeTakeFirst())?.password_hash ?? null;
}

export async function updatePassword(w: Writing<'secure'>, personId: string, hash: string): Promise<void> {
  await tables(w, holdings)
    .updateTable('credential')
    .set({ password_hash: hash, changed_at: w.now() })
    .where('person_id', '=', personId)
    .execute();
}

export async function updateConfirmed(w: Writing<'secure'>, personId: string): Promise<void> {
  await tables(w, holdings)
    .updateTable('person')
    .set({ email_confirmed_at: w.now() })
    .where('id', '=', personId)
    .where('email_confirmed_at', 'is', null)
    .execute();
}

/** @returns false when another account has the address, or this one is gone */
export async function updateEmail(w: Writing<'secure'>, personId: string, email: string): Promise<boolean> {
  if (await selectAccountByEmail(w, email)) return false;
  const result = await tables(w, holdings)
    .updateTable('person')
    .set({ email, email_confirmed_at: w.now() })
    .where('id', '=', personId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function updateOperator(w: Writing<'secure'>, personId: string, isOperator: boolean): Promise<void> {
  await tables(w, holdings).updateTable('person').set({ is_operator: isOperator }).where('id', '=', personId).execute();
}

export async function selectProfile(r: Reading<'provide'>, personId: string): Promise<Profile | null> {
  const row = await tables(r, holdings)
    .selectFrom('person')
    .select(['email', 'name', 'birth_year', 'gender', 'occupation', 'country', 'language', 'time_zone'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!row) return null;
  const { birth_year: birthYear, time_zone: timeZone, ...same } = row;
  return { ...same, birthYear, timeZone };
}

export async function selectNames(
  r: Reading<'provide'>,
  personIds: readonly string[],
): Promise<Map<string, { handle: string; name: string }>> {
  if (personIds.length === 0) return new Map();
  const rows = await tables(r, holdings)
    .selectFrom('person')
    .select(['id', 'handle', 'name'])
    .where('id', 'in', personIds)
    .where('restricted_at', 'is', null)
    .execute();
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}

export async function updateProfile(w: Writing<'provide'>, personId: string, edit: ProfileEdit): Promise<void> {
  const { birthYear: birth_year, timeZone: time_zone, ...same } = edit;
  await tables(w, holdings)
    .updateTable('person')
    .set({ ...same, birth_year, time_zone })
    .where('id', '=', personId)
    .execute();
}

export async function selectLimits(
  r: Reading<'provide' | 'rights'>,
  personId: string,
): Promise<{ readonly restricted_at: Date | null; readonly objects_to: readonly string[] } | null> {
  const query = tables(r, holdings).selectFrom('person').select(['restricted_at', 'objects_to']);
  return (await query.where('id', '=', personId).executeTakeFirst()) ?? null;
}

/** Of a restriction that stands, the first moment stays. */
export async function updateRestricted(
  w: Writing<'provide' | 'rights'>,
  personId: string,
  isRestricted: boolean,
): Promise<void> {
  const restricted_at = isRestricted ? sql<Date>`coalesce(restricted_at, ${w.now()})` : null;
  await tables(w, holdings).updateTable('person').set({ restricted_at }).where('id', '=', personId).execute();
}

export async function updateObjections(
  w: Writing<'provide'>,
  personId: string,
  use: string,
  objects: boolean,
): Promise<void> {
  const without = sql<string[]>`array_remove(objects_to, ${use})`;
  const objects_to = objects ? sql<string[]>`array_append(${without}, ${use})` : without;
  await tables(w, holdings).updateTable('person').set({ objects_to }).where('id', '=', personId).execute();
}

/** Those who operate the site, by name. At most `limit`. */
export async function selectOperators(
  r: Reading<'provide'>,
  limit: number,
): Promise<{ readonly id: string; readonly name: string }[]> {
  return tables(r, holdings)
    .selectFrom('person')
    .select(['id', 'name'])
    .where('is_operator', '=', true)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute();
}
