import { CalcError } from './calc-error.ts';
import type { Value } from './value.ts';

export type Expression =
  | { readonly type: 'number'; readonly value: Value }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'call'; readonly name: string; readonly argument: Expression }
  | { readonly type: 'power' | 'parallel'; readonly parts: readonly Expression[] }
  | { readonly type: 'product' | 'sum'; readonly first: Expression; readonly rest: readonly Term[] }
  | { readonly type: 'negative'; readonly of: Expression };

export interface Term {
  /** The sign in front of it: + or - in a sum, * or / in a product. */
  readonly sign: string;
  readonly of: Expression;
}

/** Longer or deeper than any real answer; what is beyond is refused as unreadable. */
const LENGTH_MAX = 10_000;
const DEPTH_MAX = 100;

const numberAt = /([+-]?)[ \t\r\n]*(\d+(?:\.\d*)?|\.\d+)(?:\s*[eE]\s*([+-]?)\s*(\d+))?(\s*%)?/y;
const nameAt =
  /(?:[A-Za-z][A-Za-z0-9]*(?:_\{[A-Za-z0-9]+\})?\^\{[A-Za-z0-9]+\}|[A-Za-z][A-Za-z0-9]*_\{[A-Za-z0-9]+\}|[A-Za-z][A-Za-z0-9_]*)'*/y;
const blanksAt = /\s*/y;

/**
 * Reads an expression; null for blank text. The grammar is that of rule 3.6: signs belong to numbers, and one more may
 * lead a sum; there is no implied product.
 *
 * @throws CalcError 'brackets' or 'syntax'
 */
export function parseExpression(text: string): Expression | null {
  if (text.trim() === '') return null;
  if (text.length > LENGTH_MAX) throw new CalcError('syntax', 'The expression is too long.');
  checkBrackets(text);
  let at = 0;
  let depth = 0;

  const fail = (): never => {
    throw new CalcError('syntax', `cannot be read from character ${at + 1}`);
  };
  const skip = () => {
    blanksAt.lastIndex = at;
    blanksAt.exec(text);
    at = blanksAt.lastIndex;
  };
  const match = (pattern: RegExp): RegExpExecArray | null => {
    skip();
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const take = (word: string): boolean => {
    skip();
    if (!text.startsWith(word, at)) return false;
    at += word.length;
    return true;
  };

  function atom(): Expression {
    const number = match(numberAt);
    if (number) return { type: 'number', value: numberValue(number) };
    const name = match(nameAt)?.[0];
    if (name !== undefined) {
      if (!take('(')) return { type: 'name', name };
      return { type: 'call', name, argument: inBrackets() };
    }
    return take('(') ? inBrackets() : fail();
  }
  function inBrackets(): Expression {
    if (++depth > DEPTH_MAX) fail();
    const inner = sum();
    if (!take(')')) fail();
    depth--;
    return inner;
  }
  function chain(type: 'power' | 'parallel', sign: string, part: () => Expression): Expression {
    const first = part();
    if (!take(sign)) return first;
    const parts = [first];
    do parts.push(part());
    while (take(sign));
    return { type, parts };
  }
  const power = () => chain('power', '^', atom);
  const parallel = () => chain('parallel', '||', power);
  function terms(type: 'product' | 'sum', signs: string, part: () => Expression): Expression {
    const first = part();
    const rest: Term[] = [];
    for (;;) {
      skip();
      const sign = text[at] ?? '';
      if (sign === '' || !signs.includes(sign)) break;
      at++;
      rest.push({ sign, of: part() });
    }
    return rest.length === 0 ? first : { type, first, rest };
  }
  const product = () => terms('product', '*/', parallel);
  function sum(): Expression {
    const isNegative = take('-');
    if (!isNegative) take('+');
    return terms('sum', '+-', isNegative ? negated(product) : product);
  }

  const result = sum();
  skip();
  return at === text.length ? result : fail();
}

/** Only the first term of a sum takes the leading sign. */
function negated(part: () => Expression): () => Expression {
  let isFirst = true;
  return () => {
    const of = part();
    if (!isFirst) return of;
    isFirst = false;
    return { type: 'negative', of };
  };
}

function numberValue([, sign, digits, exponentSign, exponent, percent]: RegExpExecArray): Value {
  const isWhole = exponent === undefined && /^\d+$/.test(digits!);
  const size = isWhole
    ? wholeNumber(digits!)
    : Number(`${digits}${exponent === undefined ? '' : `e${exponentSign}${exponent}`}`);
  const value = percent === undefined ? size : Number(size) * 0.01;
  return sign === '-' ? -value : value;
}

function wholeNumber(digits: string): bigint {
  if (digits.length > 308) throw new CalcError('size', 'the number is too large');
  return BigInt(digits);
}

function checkBrackets(text: string): void {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open++;
    if (text[at] !== ')') continue;
    if (--open < 0) {
      throw new CalcError(
        'brackets',
        `Invalid Input: A closing parenthesis was found after segment ${text.slice(0, at)}, but there is no matching opening parenthesis before it.`,
      );
    }
  }
  if (open > 0) {
    throw new CalcError(
      'brackets',
      `Invalid Input: Parentheses are unmatched. ${open} parentheses were opened but never closed.`,
    );
  }
}
