import { isBlank, replaceBetween } from './scan.ts';

const isUnderline = (line: string | undefined) => line !== undefined && /^==+$/.test(line);

/** A line over a line of `==` or more is a heading. */
export function replaceHeadings(text: string): string {
  const lines = text.split('\n');
  return lines
    .map((line, i) => (isUnderline(lines[i + 1]) ? `<h3 class="hd hd-2 problem-header">${line}</h3>` : line))
    .filter((_, i) => i === 0 || !isUnderline(lines[i]) || isUnderline(lines[i + 1]))
    .join('\n');
}

/** `>>question||description<<`; what stands behind a second `||` is lost, as in the original. */
export function replaceLabels(text: string): string {
  return replaceBetween(text, ['>>', '<<'], 1, (inner) => {
    const [label, description] = inner.split('||');
    return `<label>${label}</label>\n${description ? `<description>${description}</description>\n` : ''}`;
  });
}

/** Takes the lines `|| a hint ||` out, with the blank lines around them. */
export function takeDemandHints(text: string): { rest: string; hints: string[] } {
  const isHint = (line: string) => /^\s*\|\|.*\|\|\s*$/.test(line);
  const lines = text.split('\n');
  const hints = lines.filter(isHint).map((line) => line.split('||')[1]!.trim());
  if (hints.length === 0) return { rest: text, hints };
  const kept: string[] = [];
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (end < lines.length && (isBlank(lines[end]!) || isHint(lines[end]!))) end += 1;
    const run = lines.slice(at, end);
    if (!run.some(isHint)) kept.push(...run);
    else if (end === lines.length && at > 0) kept.push('');
    if (end < lines.length) kept.push(lines[end]!);
    at = end + 1;
  }
  return { rest: kept.join('\n'), hints };
}

/** A hint in double braces may be broken over lines; from here on it stands on one. */
export function joinHintLines(text: string): string {
  return replaceBetween(text, ['{{', '}}'], 0, (inner) => `{{${inner.replace(/\n[ \t]*/g, ' ')}}}`);
}

/** `[explanation] … [explanation]` and `[code] … [code]`, with or without a slash in the second. */
export function replaceBlocks(text: string): string {
  return text
    .replace(
      /\[explanation\]\n?([^\]]*)\[\/?explanation\]/gi,
      (_, inner: string) => `<solution>\n<div class="detailed-solution">\nExplanation\n\n${inner}\n</div>\n</solution>`,
    )
    .replace(/\[code\]\n?([^\]]*)\[\/?code\]/gi, (_, inner: string) => `<pre><code>${inner}</code></pre>`);
}

/** Wraps the lines that do not begin with a tag; of blank ones only those that no tag follows. */
function wrapLines(piece: string): string {
  const lines = piece.split('\n');
  let tagFollows = false;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i]!;
    if (!isBlank(line)) tagFollows = line.trimStart().startsWith('<');
    if (line !== '' && !tagFollows) lines[i] = `<p>${line}</p>`;
  }
  return lines.join('\n');
}

/** Makes paragraphs of all text that is not inside a script, pre, label or description. */
export function wrapParagraphs(text: string): string {
  let wraps = true;
  return text
    .split(/(<\/?(?:script|pre|label|description)[^>\n]*>)/)
    .map((piece) => {
      if (/<(?:script|pre|label|description)/.test(piece)) wraps = false;
      const written = wraps ? wrapLines(piece) : piece;
      if (/<\/(?:script|pre|label|description)/.test(piece)) wraps = true;
      return written;
    })
    .join('');
}
