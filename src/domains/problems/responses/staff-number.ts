import { CalcError, evaluate, type Value, type Variables } from '../calc/index.ts';
import { readNumber } from '../compare-with-tolerance.ts';
import { Refusal } from '../problem-error.ts';

const staffProblem = 'There was a problem with the staff answer to this problem.';

/** A number as Python's `complex` reads one (`3`, `1+2j`), or null. */
export function readComplex(text: string): Value | null {
  const inner = /^\s*\(?\s*(.*?)\s*\)?\s*$/s.exec(text)?.[1] ?? '';
  const plain = readNumber(inner);
  if (plain !== null) return plain;
  if (/^[+-]?nan$/i.test(inner)) return Number.NaN;
  const parts = /^(.*?)([+-]?[^+-]*(?:e[+-]?\d+)?)j$/i.exec(inner);
  if (!parts) return null;
  const [, before = '', unit = ''] = parts;
  const im = /^[+-]?$/.test(unit) ? Number(`${unit}1`) : readNumber(unit);
  const re = before === '' ? 0 : readNumber(before);
  return im === null || re === null ? null : { re, im };
}

/** The expected answer: a Python number or else an expression. @throws Refusal where it is neither */
export function staffNumber(text: string): Value {
  try {
    return readComplex(text) ?? evaluate(text);
  } catch (error) {
    if (error instanceof CalcError) throw staffRefusal();
    throw error;
  }
}

export function staffRefusal(detail = ''): Refusal {
  return new Refusal('input', detail === '' ? staffProblem : `${staffProblem.slice(0, -1)}: ${detail}.`);
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}

/** The learner's number. @throws Refusal with the words of rule 3.8.2 */
export function learnerNumber(text: string, variables: Variables = {}): Value {
  try {
    return evaluate(text, variables);
  } catch (error) {
    if (error instanceof CalcError) throw new Refusal('input', learnerMessage(error, text));
    throw error;
  }
}

function learnerMessage(error: CalcError, text: string): string {
  switch (error.kind) {
    case 'brackets':
    case 'variable':
    case 'function':
      return error.message;
    case 'syntax':
      return `Invalid math syntax: '${escapeHtml(text)}'`;
    case 'factorial':
      return `Factorial function evaluated outside its domain:'${escapeHtml(text)}'`;
    default:
      return `Could not interpret '${escapeHtml(text)}' as a number.`;
  }
}
