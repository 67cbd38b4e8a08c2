import {
  factsOf,
  type Holdings,
  type Subject,
  subjectsOf,
  type Table,
  tablesAboutPeople,
} from '../../src/kernel/holdings/index.ts';
import type { TestDatabase } from '../support/test-database.ts';

/** Where rows are planted. */
type Owned = Pick<TestDatabase, 'asOwner'>;

/** A person whose every word can be found again. */
export interface Canary {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

/**
 * Puts a row about the person into every such table, made from the map alone, so that a table which a later domain adds
 * is filled too. Text that erasure is to remove holds the person's name. Every moment in them is `at`.
 */
export async function fillTables(
  database: Owned,
  map: Holdings,
  person: Canary,
  at = new Date('2026-11-24T10:00:00Z'),
): Promise<void> {
  // What other tables a row refers to does not matter here: only ways to the person do.
  await database.asOwner('set session_replication_role = replica');
  await database.asOwner(dropChecks);
  const made: Record<string, Record<string, unknown>> = {};
  for (const name of orderByWays(map)) {
    // Joint data: a row for each way to the person, so that each must be followed.
    for (const subject of subjectsOf(map[name]!)) {
      if (subject === 'nobody') continue;
      const row = rowFor(map[name]!, name, person, subject, made, at);
      made[name] = row;
      await insertRow(database, name, row);
    }
  }
  await database.asOwner('set session_replication_role = origin');
}

/** Nor does it matter what a value may be. */
const dropChecks = `do $$ declare it record; begin
  for it in select conrelid::regclass as place, conname from pg_constraint
    where contype = 'c' and connamespace = 'public'::regnamespace
  loop execute format('alter table %s drop constraint %I', it.place, it.conname); end loop; end $$`;

/** Those first that others lead to. */
function orderByWays(map: Holdings): string[] {
  const ordered: string[] = [];
  const add = (name: string) => {
    if (ordered.includes(name)) return;
    for (const subject of subjectsOf(map[name]!)) {
      if (subject !== 'nobody' && 'to' in subject) add(subject.to);
    }
    ordered.push(name);
  };
  for (const name of tablesAboutPeople(map)) add(name);
  return ordered;
}

async function insertRow(database: Owned, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, index) => `$${index + 1}`);
  const list = columns.map((column) => `"${column}"`).join(', ');
  await database.asOwner(`insert into "${table}" (${list}) values (${places.join(', ')})`, Object.values(row));
}

/** A row that leads to the person by `subject` alone. */
function rowFor(
  table: Table,
  name: string,
  person: Canary,
  subject: Exclude<Subject, 'nobody'>,
  made: Record<string, Record<string, unknown>>,
  at: Date,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const column of Object.keys(table.columns)) row[column] = valueFor(table, column, person, at);
  if (name === 'person') row.name = person.name;
  if ('person' in subject) row[subject.person] = person.id;
  if ('person' in subject && subject.email) row[subject.email] = person.email;
  if ('to' in subject) row[subject.column] = made[subject.to]![subject.key];
  return row;
}

function valueFor(table: Table, column: string, person: Canary, at: Date): unknown {
  const { type } = table.columns[column]!;
  const { onErase } = factsOf(table, column);
  const goes = onErase === 'delete' || onErase === 'decorrelate';
  // What stays is different for each person too: there are unique indexes on such columns.
  const word = goes ? `${person.name} ${column}` : `${column} ${crypto.randomUUID()}`;
  if (type === 'uuid') return crypto.randomUUID();
  if (type === 'text') return word;
  if (type === 'text[]') return [word];
  if (type === 'bytea') return Buffer.from(`${person.id} ${column}`);
  if (type === 'jsonb' || type === 'json') return JSON.stringify(goes ? { said: word } : {});
  if (type === 'boolean') return true;
  if (type === 'inet') return '203.0.113.7';
  if (type === 'date') return '2026-11-24';
  if (type.startsWith('timestamp')) return at;
  if (/integer|bigint|smallint|numeric|double|real/.test(type)) return 1;
  throw new Error(`a column of the type ${type} can't be filled yet: teach this test how`);
}
