import {
  factsOf,
  type Holdings,
  type Subject,
  subjectsOf,
  type Table,
  tablesAboutPeople,
} from '../../kernel/holdings/index.ts';

/** What to do with a person's rows, worked out from the data map alone. No table is named here. */

/** Where persons lie, with an account or without: rows with an id of their own and the address to find them by. */
export interface Root {
  readonly table: string;
  readonly id: string;
  readonly email: string;
}

/** The tables of the map in which persons lie. Every way from a table to a person ends in an id of one of them. */
export function rootsOf(map: Holdings): Root[] {
  return Object.entries(map).flatMap(([table, declared]) =>
    subjectsOf(declared).flatMap((subject): Root[] =>
      subject !== 'nobody' && 'person' in subject && subject.email
        ? [{ table, id: subject.person, email: subject.email }]
        : [],
    ),
  );
}

/** A way from a table's row to the person: its columns hold the id, or lead to a row that does. */
export type Way =
  | { readonly column: string; readonly person: true }
  | { readonly column: string; readonly to: string; readonly key: string; readonly ways: readonly Way[] };

export interface TablePlan {
  readonly table: string;
  readonly holds: string;
  /** More than one for joint data: any of them makes it the person's. */
  readonly ways: readonly Way[];
  /** Whether the rows go; else the listed columns are emptied. */
  readonly action: 'delete' | 'decorrelate' | 'keep';
  readonly emptied: readonly string[];
  /** What stays, with the ground that the map states. */
  readonly kept: readonly { readonly column: string; readonly ground: string }[];
}

/** A column as it may be shown: to everybody whose row it is, or only to whom one of the ways leads. */
export interface ShownTo {
  readonly column: string;
  readonly only: Way | null;
}

const deepest = 5;

/** The tables about people, in the order of erasing: what leads to a row goes before the row. */
export function planErasure(map: Holdings): TablePlan[] {
  const names = tablesAboutPeople(map).reverse();
  const roots = rootsOf(map).map(({ table }) => table);
  const ordered = [...names.filter((name) => !roots.includes(name)), ...roots];
  for (const name of names) assertOrder(map, name, ordered);
  return ordered.map((name) => planTable(map, name));
}

/** The ways from a table to the person. @throws when the map leads in a circle or nowhere */
export function waysOf(map: Holdings, name: string, depth = 0): Way[] {
  const table = map[name];
  if (!table || depth > deepest) throw new Error(`the data map leads from ${name} to no person`);
  return subjectsOf(table).flatMap((subject): Way[] => {
    if (subject === 'nobody') return [];
    if ('person' in subject) return [{ column: subject.person, person: true }];
    return [{ ...subject, ways: waysOf(map, subject.to, depth + 1) }];
  });
}

/** The columns of a table that an export shows, withheld ones left out. @throws when the map names a way that is none */
export function columnsToShow(map: Holdings, name: string): ShownTo[] {
  const table = map[name]!;
  const ways = waysOf(map, name);
  return Object.keys(table.columns)
    .filter((column) => !factsOf(table, column).withheld)
    .map((column) => ({ column, only: onlyWay(table, column, ways) }));
}

/** The column that says when a row came to be: where its term runs from, else the first that holds an instant. */
export function clockOf(table: Table): string | null {
  const { keep } = table.facts;
  if ('from' in keep) return keep.from;
  return Object.keys(table.columns).find((column) => table.columns[column]!.type.startsWith('timestamp')) ?? null;
}

/** Of several people who share a row, each sees their own id and not the others'. */
function onlyWay(table: Table, column: string, ways: readonly Way[]): Way | null {
  if (ways.length < 2) return null;
  const { whose } = table.columns[column]!.facts;
  const way = ways.find((each) => each.column === (whose ?? column));
  if (whose && !way) throw new Error(`the data map says that ${column} is about ${whose}, which leads to nobody`);
  return whose || (way && 'person' in way) ? (way ?? null) : null;
}

function planTable(map: Holdings, name: string): TablePlan {
  const table = map[name]!;
  const plan = { table: name, holds: table.holds, ways: waysOf(map, name) };
  if (table.facts.onErase === 'delete') return { ...plan, action: 'delete', emptied: [], kept: [] };
  const columns = Object.keys(table.columns);
  const emptied = columns.filter((column) => isEmptied(table, column));
  const unfit = emptied.find((column) => !table.columns[column]!.nullable);
  if (unfit) throw new Error(`the data map empties ${name}.${unfit} on erasure, and it can't be empty`);
  const kept = columns
    .filter((column) => !emptied.includes(column))
    .map((column) => ({ column, ground: groundOf(table, column) }));
  return { ...plan, action: emptied.length > 0 ? 'decorrelate' : 'keep', emptied, kept };
}

/** A table that is decorrelated loses the columns that lead to the person, and those that say so themselves. */
function isEmptied(table: Table, column: string): boolean {
  const own = table.columns[column]!.facts.onErase;
  if (own) return own === 'delete' || own === 'decorrelate';
  return table.facts.onErase === 'decorrelate' && subjectsOf(table).some((subject) => leadsBy(subject) === column);
}

function leadsBy(subject: Subject): string | null {
  if (subject === 'nobody') return null;
  return 'person' in subject ? subject.person : subject.column;
}

function groundOf(table: Table, column: string): string {
  const { onErase } = factsOf(table, column);
  return typeof onErase === 'object' ? onErase.keep : 'it no longer leads to the person';
}

/** A table that leads over another is erased before it, or the way would be gone. */
function assertOrder(map: Holdings, name: string, ordered: readonly string[]): void {
  for (const subject of subjectsOf(map[name]!)) {
    if (subject === 'nobody' || 'person' in subject) continue;
    if (ordered.indexOf(subject.to) < ordered.indexOf(name)) {
      throw new Error(`the data map must name ${subject.to} before ${name}, which leads over it to a person`);
    }
  }
}
