/** A hint in double braces, `{{label:: text}}`, and the text around it. */
export interface Hinted {
  /** The text without the hint and the blanks before it. */
  readonly rest: string;
  /** Empty when there is none. */
  readonly hint: string;
  /** null without `::`; may be empty. */
  readonly label: string | null;
}

/** Takes the first hint out of one line of text. Further hints stay in it. */
export function takeHint(line: string): Hinted {
  const start = line.indexOf('{{');
  const end = start === -1 ? -1 : line.indexOf('}}', start + 2);
  if (end === -1) return { rest: line, hint: '', label: null };
  const inner = line.slice(start + 2, end).trim();
  const rest = line.slice(0, start).trimEnd() + line.slice(end + 2);
  const colons = inner.indexOf('::');
  if (colons === -1) return { rest, hint: inner, label: null };
  return { rest, hint: inner.slice(colons + 2).trim(), label: inner.slice(0, colons).trim() };
}

/** The hint as an element; its text is the author's markup and is not escaped. */
export function hintElement(tag: string, { hint, label }: Hinted, answer?: string): string {
  const attributes = (answer === undefined ? '' : ` answer="${answer}"`) + (label === null ? '' : ` label="${label}"`);
  return `<${tag}${attributes}>${hint}</${tag}>`;
}
