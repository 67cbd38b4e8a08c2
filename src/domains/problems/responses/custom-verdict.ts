import type { Correctness } from '../grading.ts';
import { Refusal } from '../problem-error.ts';
import type { Json } from '../script-runner.ts';
import { tidyMarkup } from '../tidy-markup.ts';
import type { Mark, Marks, ResponseInput } from './response.ts';

type Dictionary = { readonly [name: string]: Json };

/** Reads what a check function returned. (Rules 3.11.4 to 3.11.7.) @throws Refusal */
export function readVerdict(inputs: readonly ResponseInput[], returned: Json): Marks {
  if (!isDictionary(returned)) return everyInput(inputs, returned, {});
  if ('ok' in returned) return everyInput(inputs, returned.ok!, returned);
  if ('input_list' in returned) return listedInputs(inputs, returned);
  throw new Refusal('script', 'CustomResponse: check function returned an invalid dictionary!');
}

function isDictionary(value: Json | undefined): value is Dictionary {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** One verdict for all inputs; a message goes to the only one, or else to the response as a whole. */
function everyInput(inputs: readonly ResponseInput[], ok: Json, { msg, grade_decimal }: Dictionary): Marks {
  const correctness = correctnessOf(ok);
  const message = messageOf(msg);
  const isSingle = inputs.length === 1;
  const mark = ({ max }: ResponseInput): Mark => ({
    correctness,
    points: sharePoints(correctness, grade_decimal, max),
    ...(isSingle ? { message } : {}),
  });
  return {
    type: 'marks',
    inputs: Object.fromEntries(inputs.map((input) => [input.id, mark(input)])),
    ...(isSingle ? {} : { overallMessage: message }),
  };
}

function listedInputs(inputs: readonly ResponseInput[], { input_list, overall_message }: Dictionary): Marks {
  const list = Array.isArray(input_list) ? (input_list as readonly Json[]) : [];
  const mark = ({ max }: ResponseInput, at: number): Mark => {
    const entry = list[at];
    const { ok = null, msg, grade_decimal } = isDictionary(entry) ? entry : {};
    const correctness = correctnessOf(ok);
    // Here only a real True earns the points by itself; another true value is marked correct with none.
    const isEarned = correctness !== 'correct' || ok === true || wordOf(ok) === 'true';
    const points = grade_decimal === undefined && !isEarned ? 0 : sharePoints(correctness, grade_decimal, max);
    return { correctness, points, message: messageOf(msg) };
  };
  return {
    type: 'marks',
    inputs: Object.fromEntries(inputs.map((input, at) => [input.id, mark(input, at)])),
    overallMessage: messageOf(overall_message),
  };
}

/** Falsy or 'false' is incorrect; a text with 'partial' in it is partially correct; all else is correct. */
function correctnessOf(ok: Json): Correctness {
  const word = wordOf(ok);
  if (!isTrueInPython(ok) || word === 'false') return 'incorrect';
  return word.includes('partial') ? 'partially-correct' : 'correct';
}

function wordOf(value: Json): string {
  return typeof value === 'string' ? value.trim().toLowerCase() : '';
}

function isTrueInPython(value: Json): boolean {
  if (value === null || value === false || value === 0 || value === '') return false;
  return typeof value !== 'object' || (Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0);
}

/** `grade_decimal` times the maximum, whatever the correctness; else all, half or nothing of it. */
export function sharePoints(correctness: Correctness, decimal: Json | undefined, max: number): number {
  if (decimal !== undefined && decimal !== null) {
    const share = Number(decimal);
    if (!Number.isFinite(share)) throw new Refusal('script', 'grade_decimal must be a number.');
    return share * max;
  }
  if (correctness === 'correct') return max;
  return correctness === 'partially-correct' ? max / 2 : 0;
}

export function messageOf(message: Json | undefined): string {
  return message === undefined || message === null ? '' : tidyMarkup(String(message));
}
