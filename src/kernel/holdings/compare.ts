import type pg from 'pg';
import type { Holdings } from './declare.ts';

interface LiveColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
}

/**
 * Holds the map against the live catalogue. Each difference is a sentence; none means that nothing is stored that is
 * not declared, and nothing declared that is not stored.
 */
export async function compareWithCatalogue(owner: pg.Client, map: Holdings): Promise<string[]> {
  const { rows } = await owner.query<LiveColumn>(`
    select c.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type,
           not a.attnotnull as nullable
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by 1, a.attnum`);
  const live = new Map<string, Map<string, LiveColumn>>();
  for (const row of rows) {
    const columns = live.get(row.table) ?? new Map<string, LiveColumn>();
    live.set(row.table, columns.set(row.column, row));
  }
  const tables = new Set([...live.keys(), ...Object.keys(map)]);
  return [...tables].sort().flatMap((table) => compareTable(table, live.get(table), map));
}

function compareTable(table: string, live: Map<string, LiveColumn> | undefined, map: Holdings): string[] {
  const declared = map[table];
  if (!live) return [`table ${table} is declared and does not exist`];
  if (!declared) return [`table ${table} exists and is not declared`];
  const differences: string[] = [];
  for (const column of new Set([...live.keys(), ...Object.keys(declared.columns)])) {
    const there = live.get(column);
    const said = declared.columns[column];
    if (!there) differences.push(`column ${table}.${column} is declared and does not exist`);
    else if (!said) differences.push(`column ${table}.${column} exists and is not declared`);
    else if (there.type !== said.type)
      differences.push(`column ${table}.${column} is ${there.type}, declared ${said.type}`);
    else if (there.nullable !== said.nullable) {
      differences.push(`column ${table}.${column} is ${there.nullable ? '' : 'not '}nullable, declared otherwise`);
    }
  }
  return differences;
}
