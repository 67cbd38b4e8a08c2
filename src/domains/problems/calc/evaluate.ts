import { CalcError } from './calc-error.ts';
import { functions } from './functions.ts';
import { type Expression, parseExpression } from './parse-expression.ts';
import { add, divide, multiply, negate, parallel, power, subtract, type Value } from './value.ts';

export type Variables = Readonly<Record<string, Value>>;

const constants: Variables = { i: { re: 0, im: 1 }, j: { re: 0, im: 1 }, e: Math.E, pi: Math.PI };

/** An expression whose names have been checked; give it values and it gives one. */
export type Compiled = (variables: Variables) => Value;

/**
 * Reads an expression and checks its names against the known variables; blank text gives not-a-number.
 * Names are matched without case unless `isCaseSensitive`.
 *
 * @throws CalcError in the order brackets, syntax, variables, functions
 */
export function compileExpression(text: string, names: readonly string[], isCaseSensitive = false): Compiled {
  const expression = parseExpression(text);
  if (!expression) return () => Number.NaN;
  const form = isCaseSensitive ? (name: string) => name : (name: string) => name.toLowerCase();
  checkNames(expression, [...Object.keys(constants), ...names], isCaseSensitive);
  return (variables) => {
    const values = new Map<string, Value>();
    for (const [name, value] of Object.entries(constants)) values.set(form(name), value);
    for (const [name, value] of Object.entries(variables)) values.set(form(name), value);
    return computed(
      expression,
      (name) => values.get(form(name))!,
      (name) => functions.get(form(name))!,
    );
  };
}

/** The value of a text. @throws CalcError */
export function evaluate(text: string, variables: Variables = {}, isCaseSensitive = false): Value {
  return compileExpression(text, Object.keys(variables), isCaseSensitive)(variables);
}

function computed(
  expression: Expression,
  variable: (name: string) => Value,
  fn: (name: string) => (x: Value) => Value,
): Value {
  const value = (part: Expression): Value => {
    switch (part.type) {
      case 'number':
        return part.value;
      case 'name':
        return variable(part.name);
      case 'call':
        return fn(part.name)(value(part.argument));
      case 'negative':
        return negate(value(part.of));
      case 'power':
        return part.parts.map(value).reduceRight((exponent, base) => power(base, exponent));
      case 'parallel':
        return parallel(part.parts.map(value));
      case 'product':
        return part.rest.reduce(
          (left, { sign, of }) => (sign === '*' ? multiply(left, value(of)) : divide(left, value(of))),
          value(part.first),
        );
      case 'sum':
        return part.rest.reduce(
          (left, { sign, of }) => (sign === '+' ? add(left, value(of)) : subtract(left, value(of))),
          value(part.first),
        );
    }
  };
  return value(expression);
}

interface Names {
  readonly variables: Set<string>;
  readonly functions: Set<string>;
}

function namesIn(expression: Expression, names: Names = { variables: new Set(), functions: new Set() }): Names {
  switch (expression.type) {
    case 'name':
      names.variables.add(expression.name);
      break;
    case 'call':
      names.functions.add(expression.name);
      namesIn(expression.argument, names);
      break;
    case 'negative':
      namesIn(expression.of, names);
      break;
    case 'power':
    case 'parallel':
      for (const part of expression.parts) namesIn(part, names);
      break;
    case 'product':
    case 'sum':
      namesIn(expression.first, names);
      for (const { of } of expression.rest) namesIn(of, names);
      break;
    case 'number':
  }
  return names;
}

function checkNames(expression: Expression, known: readonly string[], isCaseSensitive: boolean): void {
  const names = namesIn(expression);
  const badVariables = unknown(names.variables, known, isCaseSensitive);
  if (badVariables.length > 0) {
    const message = `Invalid Input: ${badVariables.join(', ')} not permitted in answer as a variable`;
    throw new CalcError('variable', message + (isCaseSensitive ? didYouMean(badVariables, known) : ''));
  }
  const badFunctions = unknown(names.functions, [...functions.keys()], isCaseSensitive);
  if (badFunctions.length > 0) {
    const message = `Invalid Input: ${badFunctions.join(', ')} not permitted in answer as a function`;
    const isVariable = unknown(new Set(badFunctions), known, isCaseSensitive).length < badFunctions.length;
    const product = isVariable ? ' (did you forget to use * for multiplication?)' : '';
    const nearMiss = isCaseSensitive ? didYouMean(badFunctions, [...functions.keys()]) : '';
    throw new CalcError('function', message + product + nearMiss);
  }
}

function unknown(names: ReadonlySet<string>, known: readonly string[], isCaseSensitive: boolean): readonly string[] {
  const set = new Set(isCaseSensitive ? known : known.map((name) => name.toLowerCase()));
  return [...names].filter((name) => !set.has(isCaseSensitive ? name : name.toLowerCase())).sort();
}

/** The known names that differ only in case. */
function didYouMean(bad: readonly string[], known: readonly string[]): string {
  const near = new Set(bad.map((name) => name.toLowerCase()));
  const meant = known.filter((name) => near.has(name.toLowerCase())).sort();
  return meant.length === 0 ? '' : ` (did you mean ${meant.join(', ')}?)`;
}
