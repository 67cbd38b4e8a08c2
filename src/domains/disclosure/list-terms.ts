import { factsOf, type Holdings, type Keep, type Table } from '../../kernel/holdings/index.ts';
import { rootsOf } from './person-plan.ts';

/** A term of the data map: so many days after the moment in `from`, something goes. */
export interface Term {
  readonly table: string;
  readonly days: number;
  readonly from: string;
  /** Runs only while this column is empty; null for all rows. */
  readonly unless: string | null;
  /** The row is a person, who goes with all that leads to them; just the row; a column's value; all but an address's network. */
  readonly goes: 'person' | 'row' | 'value' | 'host';
  /** Of which column; null where rows go. */
  readonly column: string | null;
}

/** All terms of the map, in its order, what lies in columns before the rows. */
export function listTerms(map: Holdings): Term[] {
  const roots = new Set(rootsOf(map).map(({ table }) => table));
  return Object.entries(map).flatMap(([name, table]) => [
    ...columnTerms(name, table),
    ...rowTerms(name, table, roots.has(name)),
  ]);
}

/** What nobody confirmed and is a person goes as a person does: others may lead to it by now. */
function rowTerms(table: string, { facts, sooner }: Table, isPerson: boolean): Term[] {
  const { keep } = facts;
  const own: Term[] =
    'days' in keep ? [{ table, days: keep.days, from: keep.from, unless: null, goes: 'row', column: null }] : [];
  return sooner ? [...own, { table, ...sooner, goes: isPerson ? 'person' : 'row', column: null }] : own;
}

function columnTerms(name: string, table: Table): Term[] {
  return Object.keys(table.columns).flatMap((column) => {
    const { keep } = factsOf(table, column);
    if (!('days' in keep) || isSame(keep, table.facts.keep)) return [];
    const { days, from } = keep;
    return [{ table: name, days, from, unless: null, goes: keep.leaves ? 'host' : 'value', column } as const];
  });
}

function isSame(one: Keep, other: Keep): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
