import { type Formula, type SafeNode, safeText } from '../author/safe-node.ts';

/** Open edX's delimiters, but for backquotes. */
const closings: Readonly<Record<string, string>> = {
  '\\(': '\\)',
  '\\[': '\\]',
  '[mathjaxinline]': '[/mathjaxinline]',
  '[mathjax]': '[/mathjax]',
};

/** A formula longer than this is no formula. */
const longestSource_chars = 5_000;

/** Text with its formulas taken out as such. */
export function findFormulas(text: string): readonly SafeNode[] {
  if (!/[\\`[]/.test(text)) return [safeText(text)];
  const nodes: SafeNode[] = [];
  let end = 0;
  for (const part of delimitedParts(text)) {
    const formula = formulaOf(part);
    if (!formula) continue;
    if (part.from > end) nodes.push(safeText(text.slice(end, part.from)));
    nodes.push(formula);
    end = part.to;
  }
  if (end < text.length) nodes.push(safeText(text.slice(end)));
  return nodes;
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly open: string;
  readonly inside: string;
}

/** In one pass, whatever is left open: that nothing closes a delimiter is found out once. */
function* delimitedParts(text: string): Generator<Part> {
  const opening = /\\[([]|\[mathjax(?:inline)?\]|`[^`\n]{1,200}`/g;
  const unclosed = new Set<string>();
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const [open] = match;
    const inside = opening.lastIndex;
    const close = closings[open];
    if (close === undefined) {
      yield { from: match.index, to: inside, open: '`', inside: open.slice(1, -1) };
      continue;
    }
    const at = unclosed.has(open) ? -1 : text.indexOf(close, inside + 1);
    if (at < 0) {
      unclosed.add(open);
      opening.lastIndex = match.index + 1;
    } else {
      opening.lastIndex = at + close.length;
      yield { from: match.index, to: opening.lastIndex, open, inside: text.slice(inside, at) };
    }
  }
}

function formulaOf({ open, inside }: Part): Formula | null {
  const source = inside.trim();
  if (source === '' || source.length > longestSource_chars) return null;
  if (open !== '`')
    return { type: 'formula', language: 'tex', source, isDisplay: open === '\\[' || open === '[mathjax]' };
  return isAsciiMath(source) ? { type: 'formula', language: 'asciimath', source, isDisplay: false } : null;
}

/**
 * Open edX reads all that stands between backquotes as AsciiMath; most of what authors put there is code. So only what
 * has a sign of mathematics, and none of a program, becomes a formula.
 */
function isAsciiMath(source: string): boolean {
  const isProgram = /["'{};#$@&|~?]|==|::|\(\)|__|[a-z]\.[a-z]|\w_\w{2,}|-\w-|--/i.test(source);
  const isMaths =
    /[\^=+*/<>]|_\(|_\w\b|\d\s*[-]|\b(?:sqrt|frac|sum|int|prod|lim|alpha|beta|gamma|delta|theta|lambda|pi|sigma|omega|oo|xx|vec|hat|bar)\b/;
  return !isProgram && (isMaths.test(source) || /^[A-Za-z]$/.test(source));
}
