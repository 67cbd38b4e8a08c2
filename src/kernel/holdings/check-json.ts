import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { AnyColumn } from './columns.ts';

type Checker = {
  Check(value: unknown): boolean;
  Errors(value: unknown): Iterable<{ instancePath: string; message: string }>;
};

const compiled = new WeakMap<TSchema, Checker>();

/** A JSON value held a key that nobody declared, or a value of the wrong kind. Names keys, never values. */
export class UndeclaredError extends Error {
  constructor(where: string, problems: readonly string[]) {
    super(`refused to store ${where}: ${problems.join('; ')}`);
    this.name = 'UndeclaredError';
  }
}

/**
 * Passes a JSON value on if its column's schema declares all of it, as text that `pg` stores as it stands.
 *
 * @throws UndeclaredError naming the keys, never the values
 */
export function checkJson<C extends AnyColumn>(name: string, column: C, value: NonNullable<C['value']>): string {
  if (!column.schema) throw new Error(`${name} is no JSON column`);
  checkSchema(name, column.schema, value);
  return JSON.stringify(value);
}

/** The same check for values that are no column, such as events on their way to the table. */
export function checkSchema(name: string, schema: TSchema, value: unknown): void {
  const checker = checkerOf(schema);
  if (checker.Check(value)) return;
  const problems = [...checker.Errors(value)].slice(0, 5).map((e) => `${e.instancePath || '/'} ${e.message}`);
  throw new UndeclaredError(name, problems);
}

function checkerOf(schema: TSchema): Checker {
  let checker = compiled.get(schema);
  if (!checker) {
    checker = Compile(schema) as unknown as Checker;
    compiled.set(schema, checker);
  }
  return checker;
}
