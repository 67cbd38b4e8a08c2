import type { Static, TSchema } from 'typebox';
import type { ColumnFacts } from './facts.ts';

/**
 * A column as the data map declares it. Its types are what code sees: `Value` when read, and whether it may be left
 * out of an insert because the database fills it.
 */
export interface Column<Value, Facts extends ColumnFacts = ColumnFacts, Filled extends boolean = boolean> {
  /** The type as PostgreSQL's catalogue names it. */
  readonly type: string;
  readonly nullable: boolean;
  readonly filled: Filled;
  readonly facts: Facts;
  /** For JSON: the schema that declares every key. */
  readonly schema?: TSchema;
  /** Only there for the compiler. */
  readonly value?: Value;
}

/** Any column, whatever its value. */
export type AnyColumn = Column<unknown>;

type Empty = Record<never, never>;

function columnOf<Value>(type: string) {
  return <const F extends ColumnFacts = Empty>(facts?: F): Column<Value, F, false> => ({
    type,
    nullable: false,
    filled: false,
    facts: (facts ?? {}) as F,
  });
}

/** Text. */
export const text = columnOf<string>('text');
/** A row's or a person's id. */
export const uuid = columnOf<string>('uuid');
/** A whole number of four bytes. */
export const integer = columnOf<number>('integer');
/** A number with a fraction. */
export const real = columnOf<number>('double precision');
/** Yes or no. */
export const boolean = columnOf<boolean>('boolean');
/** An instant, in UTC. */
export const instant = columnOf<Date>('timestamp with time zone');
/** A calendar day, as `2026-11-24`. */
export const day = columnOf<string>('date');
/** Bytes, such as a hash. */
export const bytes = columnOf<Buffer>('bytea');
/** A list of texts. */
export const texts = columnOf<string[]>('text[]');
/** An internet address, or a network. */
export const address = columnOf<string>('inet');
/** The words of a text, as PostgreSQL's text search takes them apart. Written by `to_tsvector` only. */
export const lexemes = columnOf<string>('tsvector');

/** A JSON value whose every key is declared by a TypeBox schema; `checkJson` refuses others before they are stored. */
export function json<const S extends TSchema, const F extends ColumnFacts = Empty>(
  schema: S,
  facts?: F,
): Column<Static<S>, F, false> {
  return { type: 'jsonb', nullable: false, filled: false, facts: (facts ?? {}) as F, schema };
}

/** The column may be null. */
export function nullable<V, F extends ColumnFacts>(column: Column<V, F, boolean>): Column<V | null, F, true> {
  return { ...column, nullable: true, filled: true } as Column<V | null, F, true>;
}

/** The database fills the column when an insert leaves it out. */
export function filled<V, F extends ColumnFacts>(column: Column<V, F, boolean>): Column<V, F, true> {
  return { ...column, filled: true } as Column<V, F, true>;
}
