import { hintElement, takeHint } from './hint.ts';
import { isBlank } from './scan.ts';

function isRange(answer: string): boolean {
  return /^[[(]/.test(answer) && /[\])]$/.test(answer);
}

/** Begins with a number and holds no letter but e. `5e` passes, as in the original. */
function isNumeric(answer: string): boolean {
  const withoutHints = answer.replace(/\{\{.*?\}\}/g, '').trim();
  return !/[a-df-z]/i.test(withoutHints) && !Number.isNaN(Number.parseFloat(withoutHints));
}

/** `or= 43`: only a plain number counts here; what JavaScript reads as one, so the empty text too. */
function furtherNumber(line: string): string {
  const hinted = takeHint(line);
  const answer = /^or=\s*(.*)/.exec(hinted.rest)?.[1];
  if (answer === undefined || Number.isNaN(Number(answer))) return '';
  const hint = hinted.hint ? hintElement('correcthint', hinted) : '';
  return `  <additional_answer answer="${answer}">${hint}</additional_answer>\n`;
}

function numberResponse([first, ...further]: readonly string[]): string {
  const text = first!.replace(/^=\s*/, '');
  const hinted = takeHint(text);
  const written = hinted.hint ? hinted.rest : text;
  const [answer, tolerance] = isRange(written) ? [written, ''] : splitTolerance(written);
  const responseparam = tolerance ? `  <responseparam type="tolerance" default="${tolerance}" />\n` : '';
  const hint = hinted.hint ? `  ${hintElement('correcthint', hinted)}\n` : '';
  return `<numericalresponse answer="${answer}">
${responseparam}${further.map(furtherNumber).join('')}  <formulaequationinput />
${hint}</numericalresponse>`;
}

function splitTolerance(written: string): [answer: string, tolerance: string] {
  const at = written.indexOf('+-');
  const answer = at === -1 ? written : written.slice(0, at);
  return [answer.replace(/\s+/g, ''), at === -1 ? '' : written.slice(at + 2).trimStart()];
}

/** `or= Baykal` and `not= Ladoga {{hint}}`, in the order written; other lines are lost, as in the original. */
function furtherText(line: string): string {
  const hinted = takeHint(line);
  const found = /^(or|not)=\s*(.*)/.exec(hinted.rest);
  if (!found) return '';
  const answer = found[2]!;
  if (found[1] === 'not') return `  ${hintElement('stringequalhint', hinted, answer)}\n`;
  const hint = hinted.hint ? hintElement('correcthint', hinted) : '';
  return `  <additional_answer answer="${answer}">${hint}</additional_answer>\n`;
}

function textResponse([first, ...further]: readonly string[]): string {
  const hinted = takeHint(first!.replace(/^s?=\s*/, ''));
  const isPattern = hinted.rest.startsWith('|');
  const answer = isPattern ? hinted.rest.slice(1).trim() : hinted.rest;
  const hint = hinted.hint ? `  ${hintElement('correcthint', hinted)}\n` : '';
  return `<stringresponse answer="${answer}" type="ci${isPattern ? ' regexp' : ''}" >
${hint}${further.map(furtherText).join('')}  <textline size="20"/>
</stringresponse>`;
}

function response(lines: readonly string[]): string {
  const answer = lines[0]!.replace(/^=\s*/, '');
  return isNumeric(answer) || isRange(answer) ? numberResponse(lines) : textResponse(lines);
}

/**
 * Where the answer that stands in line `at` ends. With nothing behind its `=` the next line that is not blank goes with
 * it, unread: a quirk of the original that saved courses rely on.
 */
function endOfAnswer(lines: readonly string[], at: number): number {
  if (!isBlank(lines[at]!.slice(lines[at]!.indexOf('=') + 1))) return at + 1;
  const next = lines.findIndex((line, i) => i > at && !isBlank(line));
  return next === -1 ? lines.length : next + 1;
}

function endOfQuestion(lines: readonly string[], at: number): number {
  let end = endOfAnswer(lines, at);
  for (;;) {
    let next = end;
    while (lines[next] === '') next += 1;
    if (next >= lines.length || !/^(?:or|not)=/.test(lines[next]!)) return end;
    end = endOfAnswer(lines, next);
  }
}

/** `= 42 +- 1`, `= Baikal`, `s= 42`, each with `or=` and `not=` lines: numbers and texts to type. */
export function replaceAnswers(text: string): string {
  const lines = text.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    if (!/^s?=/.test(lines[at]!)) {
      out.push(lines[at]!);
      at += 1;
      continue;
    }
    const end = endOfQuestion(lines, at);
    out.push(`${response(lines.slice(at, end))}\n\n`);
    at = end;
  }
  return out.join('\n');
}
