import type { ColumnType } from 'kysely';
import type { Purpose } from '../purposes.ts';
import type { AnyColumn, Column } from './columns.ts';
import type { Facts } from './facts.ts';

/**
 * Whose row it is: the column that holds the person's id, a column that leads to a row of another table with such a
 * subject, or nobody's. Joint data names more than one way. With `email`, the row is the person: the id is their own,
 * and by the address in that column they are found. A person may have several such rows: an account, and a sign-up
 * from before.
 */
export type Subject =
  | 'nobody'
  | { readonly person: string; readonly email?: string }
  | { readonly column: string; readonly to: string; readonly key: string };

/** A purpose that a later version of the privacy policy added: it never reaches what was collected before. */
export interface Widened {
  readonly purpose: Purpose;
  /** The version that added it: `2027-03-01`. */
  readonly since: string;
  /** The column that says when the row was collected. */
  readonly collected: string;
}

/** A table as the data map declares it. */
export interface Table {
  /** One sentence: what a row is. */
  readonly holds: string;
  readonly subject: Subject | readonly Subject[];
  readonly facts: Facts;
  /** Purposes that read only rows which were collected under the version that added them, or a later one. */
  readonly widened?: readonly Widened[];
  /** Rows go sooner than `facts` says while the column `unless` is empty: what nobody confirmed. */
  readonly sooner?: { readonly days: number; readonly from: string; readonly unless: string };
  /** Which purposes may insert, update and delete. */
  readonly writtenFor: readonly Purpose[];
  readonly columns: Readonly<Record<string, AnyColumn>>;
}

/** Tables by name. */
export type Holdings = Readonly<Record<string, Table>>;

/** Declares a domain's tables. The one place where a column exists: row types, grants, export and erasure follow. */
export function declareHoldings<const H extends Holdings>(holdings: H): H {
  return holdings;
}

/** Facts for tables that hold nothing about anybody: courses, versions, files. */
export function aboutNobody(purposes: readonly Purpose[]): Facts {
  return {
    category: 'content',
    source: 'given',
    purposes,
    clauses: [],
    basis: 'contract',
    keep: { with: 'the site' },
    onErase: { keep: 'it is about nobody' },
  };
}

type PurposesOf<T extends Table, C extends AnyColumn> = C['facts'] extends { purposes: readonly (infer P)[] }
  ? P
  : T['facts']['purposes'][number];

type Readable<T extends Table, C extends AnyColumn, P extends Purpose> = P extends 'rights' | PurposesOf<T, C>
  ? true
  : false;

type Writable<T extends Table, P extends Purpose> = P extends T['writtenFor'][number] ? true : false;

type Cell<C, IsReadable, IsWritable> =
  C extends Column<infer V, infer _F, infer Filled>
    ? ColumnType<
        IsReadable extends true ? V : Unreadable,
        IsWritable extends true ? (Filled extends true ? V | undefined : V) : never,
        IsWritable extends true ? V : never
      >
    : never;

/** What reading gives where the purpose may only write: nothing that could be used. */
declare const unreadable: unique symbol;
type Unreadable = { readonly [unreadable]: never };

/**
 * The tables of `H` as code sees them that acts for the purpose `P`. A column that it may neither read nor write is not
 * there; one that it may only write can't be used when read.
 */
export type SchemaFor<H extends Holdings, P extends Purpose> = {
  [T in keyof H & string]: {
    [C in keyof H[T]['columns'] & string as true extends Readable<H[T], H[T]['columns'][C], P> | Writable<H[T], P>
      ? C
      : never]: Cell<H[T]['columns'][C], Readable<H[T], H[T]['columns'][C], P>, Writable<H[T], P>>;
  };
};

/** The facts that hold for a column: its table's, but for what it states itself. */
export function factsOf(table: Table, column: string): Facts {
  const own = table.columns[column];
  if (!own) throw new Error(`no column ${column} is declared`);
  return { ...table.facts, ...own.facts };
}

/** Whose rows a table holds: every way, also when it declares only one. */
export function subjectsOf(table: Table): readonly Subject[] {
  return Array.isArray(table.subject) ? (table.subject as readonly Subject[]) : [table.subject as Subject];
}

/** The tables that hold something about somebody, in the map's order. */
export function tablesAboutPeople(map: Holdings): string[] {
  return Object.keys(map).filter((name) => subjectsOf(map[name]!).some((subject) => subject !== 'nobody'));
}
