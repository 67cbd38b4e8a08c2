import { hintElement, takeHint } from './hint.ts';
import { replaceRuns } from './scan.ts';

const radioMark = /^\s*\((.{0,3})\)\s*/;
const checkMark = /^\s*\[.?\]\s*/;
const compoundHint = /^\s*\{\{\s*\(\((.*?)\)\)(.*?)\}\}/;

function radioChoice(line: string): string {
  const mark = radioMark.exec(line)!;
  const text = line.slice(mark[0].length).trimEnd();
  const hinted = takeHint(text);
  const body = hinted.hint ? `${hinted.rest} ${hintElement('choicehint', hinted)}` : text;
  const fixed = mark[1]!.includes('@') ? ' fixed="true"' : '';
  return `    <choice correct="${/x/i.test(mark[1]!)}"${fixed}>${body}</choice>\n`;
}

function radioGroup(lines: readonly string[]): string {
  const shuffled = lines.some((line) => radioMark.exec(line)![1]!.includes('!'));
  return `<multiplechoiceresponse>
  <choicegroup type="MultipleChoice"${shuffled ? ' shuffle="true"' : ''}>
${lines.map(radioChoice).join('')}  </choicegroup>
</multiplechoiceresponse>`;
}

/** `(x) right`, `( ) wrong`, `(@)` fixed, `(!)` shuffled: groups of radio buttons. */
export function replaceRadioGroups(text: string): string {
  return replaceRuns(text, radioMark, radioGroup);
}

/** The feedback for a box that was ticked, or was not: `{{selected: text}, {unselected: text}}`. */
function checkHints(hint: string): string {
  return [
    { words: /\{\s*(?:s|selected):(.*?)\}/i, selected: true },
    { words: /\{\s*(?:u|unselected):(.*?)\}/i, selected: false },
  ]
    .map(({ words, selected }) => ({ selected, found: words.exec(`{${hint}}`) }))
    .filter(({ found }) => found)
    .map(({ selected, found }) => `\n      <choicehint selected="${selected}">${found![1]!.trim()}</choicehint>`)
    .join('');
}

function checkChoice(line: string): string {
  const text = line.replace(checkMark, '');
  const { hint, rest } = takeHint(text);
  const hints = hint ? checkHints(hint) : '';
  return `    <choice correct="${/^\s*\[x\]/i.test(line)}">${hints ? rest + hints : text}</choice>\n`;
}

function checkGroup(lines: readonly string[]): string {
  const choices = lines.filter((line) => checkMark.test(line)).map(checkChoice);
  const hints = lines
    .map((line) => compoundHint.exec(line))
    .filter((found) => found !== null)
    .map((found) => `    <compoundhint value="${found[1]!.trim()}">${found[2]!.trim()}</compoundhint>\n`);
  return `<choiceresponse>
  <checkboxgroup>
${choices.join('')}${hints.join('')}  </checkboxgroup>
</choiceresponse>`;
}

/**
 * `[x] right`, `[ ] wrong`, `{{ ((A B)) feedback }}`: groups of checkboxes. The original also takes any other line in
 * braces for a choice, of the text "undefined"; here such a line stays text.
 */
export function replaceCheckGroups(text: string): string {
  return replaceRuns(text, new RegExp(`${checkMark.source}|${compoundHint.source}`), checkGroup);
}
