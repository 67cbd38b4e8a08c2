import { hintElement, takeHint } from './hint.ts';
import { replaceBetween } from './scan.ts';

const inParentheses = /(?:^|,)\s*\((.*?)\)\s*(?:$|,)/;

/** `sun, (moon)`: everything in attributes, nothing escaped. */
function shortForm(inner: string): string {
  const options = inner.split(/,\s*/).map((option) => `'${option.replace(inParentheses, (_, name: string) => name)}'`);
  const correct = inParentheses.exec(inner)?.[1] ?? '';
  return `  <optioninput options="(${options.join(',')})" correct="${correct}"></optioninput>`;
}

function option(line: string): string {
  const hinted = takeHint(line);
  const { rest } = hinted;
  const correct = rest.length >= 2 && rest.startsWith('(') && rest.endsWith(')');
  const hint = hinted.hint ? ` ${hintElement('optionhint', { ...hinted, label: hinted.label || null })}` : '';
  return `    <option correct="${correct ? 'True' : 'False'}">${correct ? rest.slice(1, -1) : rest}${hint}</option>\n`;
}

function longForm(inner: string): string {
  const lines = inner
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return `  <optioninput>\n${lines.map(option).join('')}  </optioninput>`;
}

/** `[[sun, (moon)]]` on one line, or an option a line with hints: dropdown lists. */
export function replaceDropdowns(text: string): string {
  return replaceBetween(text, ['[[', ']]'], 1, (inner) => {
    const input = inner.includes('\n') ? longForm(inner) : shortForm(inner);
    return `\n<optionresponse>\n${input}\n</optionresponse>\n\n`;
  });
}
