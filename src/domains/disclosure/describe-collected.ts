import {
  type Facts,
  factsOf,
  type Holdings,
  type Keep,
  type Table,
  tablesAboutPeople,
} from '../../kernel/holdings/index.ts';

/** What is held of one kind in one table, as people read it. */
export interface CollectedEntry {
  readonly table: string;
  readonly holds: string;
  /** What each value is; names of columns where the map says no more. */
  readonly values: readonly string[];
  readonly purposes: Facts['purposes'];
  readonly bases: readonly Facts['basis'][];
  readonly clauses: readonly string[];
  /** Who outside the site receives some of it. */
  readonly recipients: readonly string[];
  readonly keeps: readonly Keep[];
  /** What goes sooner, and while what is missing. */
  readonly sooner: Table['sooner'];
  readonly onErase: readonly ('delete' | 'decorrelate' | { readonly keep: string })[];
}

/** All that is held of one kind, over all tables. */
export interface CollectedKind {
  readonly category: Facts['category'];
  readonly entries: readonly CollectedEntry[];
}

/** What the site holds on people, kind by kind, worked out from the data map alone. */
export function describeCollected(map: Holdings): CollectedKind[] {
  const kinds = new Map<Facts['category'], CollectedEntry[]>();
  for (const name of tablesAboutPeople(map)) {
    const columns = Object.keys(map[name]!.columns);
    const categories = new Set(columns.map((column) => factsOf(map[name]!, column).category));
    for (const category of categories) {
      const entries = kinds.get(category) ?? [];
      const ofKind = columns.filter((column) => factsOf(map[name]!, column).category === category);
      kinds.set(category, [...entries, describeEntry(map, name, ofKind)]);
    }
  }
  return [...kinds]
    .map(([category, entries]) => ({ category, entries }))
    .sort((a, b) => placeOfKind(a.category) - placeOfKind(b.category));
}

/** What people look for first comes first; what keeps the rest together comes last. */
const order: readonly Facts['category'][] = [
  'profile',
  'contact',
  'preference',
  'learning',
  'behaviour',
  'network',
  'agreement',
  'message',
  'content',
  'record',
  'credential',
  'identifier',
];

/** Where a kind stands among the others, on every page that lists them. */
export function placeOfKind(category: Facts['category']): number {
  return order.indexOf(category);
}

/** What these columns of a table hold, and what becomes of it. */
export function describeEntry(map: Holdings, name: string, columns: readonly string[]): CollectedEntry {
  const table = map[name]!;
  const facts = columns.map((column) => factsOf(table, column));
  return {
    table: name,
    holds: table.holds,
    values: columns.map((column) => table.columns[column]!.facts.what ?? column.replaceAll('_', ' ')),
    purposes: [...new Set(facts.flatMap(({ purposes }) => purposes))],
    bases: [...new Set(facts.map(({ basis }) => basis))],
    clauses: [...new Set(facts.flatMap(({ clauses }) => clauses))],
    recipients: [...new Set(facts.flatMap(({ recipients = [] }) => recipients))],
    keeps: distinct(facts.map(({ keep }) => keep)),
    sooner: table.sooner,
    onErase: distinct(facts.map(({ onErase }) => onErase)),
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
