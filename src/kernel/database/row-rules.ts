import pg from 'pg';
import { type Holdings, subjectsOf, type Table, type Widened } from '../holdings/declare.ts';
import type { Purpose } from '../purposes.ts';

/** Takes the rules of an earlier map away. */
const dropRules = `do $$ declare rule record; begin
    for rule in select tablename, policyname from pg_policies where schemaname = 'public' loop
      execute format('drop policy %I on %I', rule.policyname, rule.tablename);
      execute format('alter table %I disable row level security', rule.tablename);
    end loop; end $$`;

/**
 * What PostgreSQL is told so that a purpose which a later version of the privacy policy added reads only rows that were
 * collected under that version or a later one: rows of earlier days are not there for its role. `collected_under` is
 * the policy's own function: the version that a person had taken note of at a moment.
 */
export function rowRules(map: Holdings, roleOf: (purpose: Purpose) => string, purposes: readonly Purpose[]): string[] {
  const tables = Object.entries(map).filter(([, { widened = [] }]) => widened.length > 0);
  return [dropRules, ...tables.flatMap(([name, table]) => rulesOf(name, table, roleOf, purposes))];
}

function rulesOf(
  name: string,
  table: Table,
  roleOf: (purpose: Purpose) => string,
  purposes: readonly Purpose[],
): string[] {
  const { widened = [] } = table;
  const wider = new Set(widened.map(({ purpose }) => purpose));
  const others = purposes.filter((purpose) => !wider.has(purpose)).map(roleOf);
  const on = `on ${ident(name)}`;
  return [
    `alter table ${ident(name)} enable row level security`,
    `create policy whole ${on} to ${others.join(', ')} using (true) with check (true)`,
    ...widened.flatMap((wide) => {
      const role = roleOf(wide.purpose);
      return [
        `create policy ${ident(`since ${wide.purpose}`)} ${on} to ${role} using (${condition(table, wide)}) with check (true)`,
      ];
    }),
  ];
}

function condition(table: Table, { since, collected }: Widened): string {
  const person = subjectsOf(table).flatMap((subject) =>
    subject !== 'nobody' && 'person' in subject ? [subject.person] : [],
  )[0];
  if (!person || !table.columns[collected]) throw new Error(`a wider purpose needs a person and a column ${collected}`);
  return `collected_under(${ident(person)}, ${ident(collected)}) >= ${pg.escapeLiteral(since)}`;
}

function ident(name: string): string {
  return pg.escapeIdentifier(name);
}
