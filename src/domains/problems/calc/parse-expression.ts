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
const longest_chars = 10_000;
const most_depth = 100;

const numberAt = /([+-]?)[ \t\r\n]*(\d+(?:\.\d*)?|\.\d+)(?:\s*[eE]\s*([+-]?)\s*(\d+))?(\s*%)?/y;
const nameAt =
  /(?:[A-Za-z][A-Za-z0-9]*(?:_\{[A-Za-z0-9]+\})?\^\{[A-Za-z0-9]+\}|[A-Za-z][A-Za-z0-9]*_\{[A-Za-z0-9]+\}|[A-Za-z][A-Za-z0-9_]*)'*/y;
const blanksAt = /\s*/y;

/** A place in the text, moved on by what is read. */
interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
}

/**
 * Reads an expression; null for blank text. The grammar is that of rule 3.6: signs belong to numbers, and one more may
 * lead a sum; there is no implied product.
 *
 * @throws CalcError 'brackets' or 'syntax'
 */
export function parseExpression(text: string): Expression | null {
  if (text.trim() === '') return null;
  if (text.length > longest_chars) throw new CalcError('syntax', 'The expression is too long.');
  checkBrackets(text);
  const cursor: Cursor = { text, at: 0, depth: 0 };
  const result = readSum(cursor);
  skipBlanks(cursor);
  return cursor.at === text.length ? result : fail(cursor);
}

function fail({ at }: Cursor): never {
  throw new CalcError('syntax', `cannot be read from character ${at + 1}`);
}

function skipBlanks(cursor: Cursor): void {
  blanksAt.lastIndex = cursor.at;
  blanksAt.exec(cursor.text);
  cursor.at = blanksAt.lastIndex;
}

function match(cursor: Cursor, pattern: RegExp): RegExpExecArray | null {
  skipBlanks(cursor);
  pattern.lastIndex = cursor.at;
  const found = pattern.exec(cursor.text);
  if (found) cursor.at = pattern.lastIndex;
  return found;
}

function take(cursor: Cursor, word: string): boolean {
  skipBlanks(cursor);
  if (!cursor.text.startsWith(word, cursor.at)) return false;
  cursor.at += word.length;
  return true;
}

function readAtom(cursor: Cursor): Expression {
  const number = match(cursor, numberAt);
  if (number) return { type: 'number', value: numberValue(number) };
  const name = match(cursor, nameAt)?.[0];
  if (name === undefined) return take(cursor, '(') ? inBrackets(cursor) : fail(cursor);
  return take(cursor, '(') ? { type: 'call', name, argument: inBrackets(cursor) } : { type: 'name', name };
}

function inBrackets(cursor: Cursor): Expression {
  if (++cursor.depth > most_depth) fail(cursor);
  const inner = readSum(cursor);
  if (!take(cursor, ')')) fail(cursor);
  cursor.depth--;
  return inner;
}

type Reader = (cursor: Cursor) => Expression;

function chain(type: 'power' | 'parallel', sign: string, part: Reader): Reader {
  return (cursor) => {
    const parts = [part(cursor)];
    while (take(cursor, sign)) parts.push(part(cursor));
    return parts.length === 1 ? parts[0]! : { type, parts };
  };
}

const readParallel = chain('parallel', '||', chain('power', '^', readAtom));

function readProduct(cursor: Cursor): Expression {
  return withTerms(cursor, 'product', '*/', readParallel(cursor), readParallel);
}

/** Only the first term takes the leading sign. */
function readSum(cursor: Cursor): Expression {
  const isNegative = take(cursor, '-');
  if (!isNegative) take(cursor, '+');
  const first = readProduct(cursor);
  return withTerms(cursor, 'sum', '+-', isNegative ? { type: 'negative', of: first } : first, readProduct);
}

function withTerms(
  cursor: Cursor,
  type: 'product' | 'sum',
  signs: string,
  first: Expression,
  part: Reader,
): Expression {
  const rest: Term[] = [];
  for (;;) {
    skipBlanks(cursor);
    const sign = cursor.text[cursor.at] ?? '';
    if (sign === '' || !signs.includes(sign)) break;
    cursor.at++;
    rest.push({ sign, of: part(cursor) });
  }
  return rest.length === 0 ? first : { type, first, rest };
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
