import { replaceAnswers } from './answers.ts';
import { replaceCheckGroups, replaceRadioGroups } from './choice-groups.ts';
import { replaceDropdowns } from './dropdowns.ts';
import {
  joinHintLines,
  replaceBlocks,
  replaceHeadings,
  replaceLabels,
  takeDemandHints,
  wrapParagraphs,
} from './prose.ts';
import { isBlank } from './scan.ts';
import { gatherIntoResponse } from './single-response.ts';

/** How long a problem's Markdown may be: far above any that was ever written, and small enough that the worst text costs under a second. */
export const longestMarkdown_chars = 50_000;

interface Part {
  readonly xml: string;
  readonly hints: readonly string[];
}

/**
 * The parts between lines of `---`. Blank lines around such a line go with it, so a second one right behind it is the
 * first line of a part, and there it is text.
 */
function splitAtRules(text: string): string[] {
  const lines = text.split('\n');
  const parts: string[][] = [[]];
  lines.forEach((line, i) => {
    const part = parts.at(-1)!;
    const separates = line.trim() === '---' && i > 0 && i < lines.length - 1 && (part.length > 0 || parts.length === 1);
    if (separates) parts.push([]);
    else if (part.length > 0 || parts.length === 1 || !isBlank(line)) part.push(line);
  });
  return parts.map((part, i) => {
    let end = part.length;
    while (i < parts.length - 1 && end > 0 && isBlank(part[end - 1]!)) end -= 1;
    return part.slice(0, end).join('\n');
  });
}

/** The order of these steps is the language: each sees what the ones before it left. */
function readPart(markdown: string): Part {
  const titled = replaceLabels(replaceHeadings(markdown));
  const { rest, hints } = takeDemandHints(titled);
  const steps = [
    joinHintLines,
    replaceDropdowns,
    replaceRadioGroups,
    replaceCheckGroups,
    replaceAnswers,
    replaceBlocks,
    wrapParagraphs,
  ];
  const xml = steps.reduce((text, step) => step(text), rest).replaceAll('\n\n\n', '\n');
  return { xml: gatherIntoResponse(xml).replace(/\sclass='qtitle'/gi, ''), hints };
}

/**
 * The problem's XML for what the editor's Markdown says, byte for byte as Open edX's editor writes it, its quirks
 * included: what an author's text meant there it means here. The result need not be well-formed (a bare `&` stays one);
 * reading it says where.
 *
 * @throws RangeError for a text of more than 50,000 characters
 */
export function problemFromMarkdown(markdown: string): string {
  if (markdown.length > longestMarkdown_chars) {
    throw new RangeError(`A problem's text may have ${longestMarkdown_chars} characters; this one has more.`);
  }
  const parts = splitAtRules(markdown.replaceAll('\r\n', '\n'))
    .filter((part) => !isBlank(part))
    .map(readPart);
  const hints = parts.flatMap((part) => part.hints).map((hint) => `  <hint>${hint}</hint>\n`);
  const demandHints = hints.length > 0 ? `\n<demandhint>\n${hints.join('')}</demandhint>` : '';
  return `<problem>\n${parts.map((part) => part.xml).join('\n\n')}${demandHints}\n</problem>`;
}
