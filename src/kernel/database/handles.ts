import type { Kysely } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Holdings, SchemaFor } from '../holdings/declare.ts';
import { newId } from '../ids.ts';
import type { Purpose } from '../purposes.ts';
import type { Topic } from '../switchboard.ts';

/**
 * The power to read, for one purpose. The database enforces the purpose: the connection behind it acts as that
 * purpose's role.
 */
export interface Reading<P extends Purpose = Purpose> {
  readonly purpose: P;
  /** The time, as whoever built the house passed it in. */
  readonly now: Clock;
  newId(): string;
  /** For `tables` and `runNamed` only. */
  readonly connection: Connection;
}

/** The power to write: exists only inside a transaction. It is a `Reading` too, of what the transaction sees. */
export interface Writing<P extends Purpose = Purpose> extends Reading<P> {
  readonly isWriting: true;
  /** Runs once the transaction is committed, never when it is rolled back. */
  afterCommit(effect: () => void | Promise<void>): void;
  /** Says what happened; who listens is wired in `house.ts`. Heard after the commit. */
  announce<T>(topic: Topic<T>, news: T): void;
}

// biome-ignore lint/suspicious/noExplicitAny: the schema is put on by `tables`, table by table.
export type AnyKysely = Kysely<any>;

/** What stands behind a handle. Stores get at it by `tables` and `runNamed`. */
export interface Connection {
  readonly kysely: AnyKysely;
  /** Sends one statement that the server prepares once a connection, by its name. */
  named<R>(statement: NamedStatement, values: readonly unknown[]): Promise<R[]>;
}

/** A hot statement: written by hand, prepared once a connection. */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}

/** The declared tables, with the columns that this handle's purpose may read and write. For stores only. */
export function tables<H extends Holdings, P extends Purpose>(r: Reading<P>, _holdings: H): Kysely<SchemaFor<H, P>> {
  return r.connection.kysely;
}

/** Runs a hot statement. The caller states the row's shape and answers for it. For stores only. */
export function runNamed<R>(r: Reading, statement: NamedStatement, values: readonly unknown[]): Promise<R[]> {
  return r.connection.named<R>(statement, values);
}

export function readingHandle<P extends Purpose>(purpose: P, connection: Connection, now: Clock): Reading<P> {
  return { purpose, now, newId, connection };
}
