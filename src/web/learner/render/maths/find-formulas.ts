import { type Formula, type SafeNode, safeText } from '../author/safe-node.ts';

/** Open edX's delimiters, with the language between them. */
const delimited =
  /\\\(([\s\S]+?)\\\)|\\\[([\s\S]+?)\\\]|\[mathjaxinline\]([\s\S]+?)\[\/mathjaxinline\]|\[mathjax\]([\s\S]+?)\[\/mathjax\]|`([^`\n]{1,200})`/g;

/** A formula longer than this is no formula. */
const SOURCE_MAX = 20_000;

/** Text with its formulas taken out as such. */
export function findFormulas(text: string): readonly SafeNode[] {
  if (!/[\\`[]/.test(text)) return [safeText(text)];
  const nodes: SafeNode[] = [];
  let end = 0;
  for (const match of text.matchAll(delimited)) {
    const formula = formulaOf(match);
    if (!formula) continue;
    if (match.index > end) nodes.push(safeText(text.slice(end, match.index)));
    nodes.push(formula);
    end = match.index + match[0].length;
  }
  if (end < text.length) nodes.push(safeText(text.slice(end)));
  return nodes;
}

function formulaOf(match: RegExpMatchArray): Formula | null {
  const [, inline, display, inlineTag, displayTag, backquoted] = match;
  const source = (inline ?? display ?? inlineTag ?? displayTag ?? backquoted!).trim();
  if (source === '' || source.length > SOURCE_MAX) return null;
  if (backquoted === undefined) {
    return { type: 'formula', language: 'tex', source, isDisplay: (display ?? displayTag) !== undefined };
  }
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
