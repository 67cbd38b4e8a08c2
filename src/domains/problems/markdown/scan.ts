/** White space only, as the original's patterns see it. */
export function isBlank(line: string): boolean {
  return line.trim() === '';
}

/**
 * Replaces every `open … close` with at least `shortest` characters between them. By hand and not by a pattern, because
 * an author's text with thousands of openings must not cost the square of its length.
 */
export function replaceBetween(
  text: string,
  [open, close]: readonly [open: string, close: string],
  shortest: number,
  render: (inner: string) => string,
): string {
  let out = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf(open, at);
    const end = start === -1 ? -1 : text.indexOf(close, start + open.length + shortest);
    if (end === -1) return out + text.slice(at);
    out += text.slice(at, start) + render(text.slice(start + open.length, end));
    at = end + close.length;
  }
}

/**
 * Gathers runs of lines of one kind, blank lines between them allowed, and puts what `render` makes of a run in its
 * place, followed by an empty line. Blank lines before a run and empty ones after it go with it.
 */
export function replaceRuns(text: string, belongs: RegExp, render: (lines: readonly string[]) => string): string {
  const lines = text.split('\n');
  let out = '';
  let blanks: string[] = [];
  let i = 0;
  while (i < lines.length) {
    const line = lines[i]!;
    if (!belongs.test(line)) {
      if (isBlank(line)) blanks.push(line);
      else {
        out += [...blanks, line, ''].join('\n');
        blanks = [];
      }
      i += 1;
      continue;
    }
    blanks = [];
    const run: string[] = [];
    let end = i;
    for (let next = i; next < lines.length && (belongs.test(lines[next]!) || isBlank(lines[next]!)); next++) {
      if (isBlank(lines[next]!)) continue;
      run.push(lines[next]!);
      end = next + 1;
    }
    while (end < lines.length && lines[end] === '') end += 1;
    out += `${render(run)}\n\n`;
    i = end;
    if (i === lines.length) return out;
  }
  return (out + [...blanks, ''].join('\n')).slice(0, -1);
}
