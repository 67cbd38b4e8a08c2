/**
 * A text as a terminal may show it: without the control characters by which what a stranger wrote, such as a course's
 * title, could move the cursor, draw over what stands there, or type for the operator. Lines and tabs stay.
 */
export function printable(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, '\uFFFD');
}

/** The same for JSON, which loses nothing by it. */
export function printableJson(value: unknown): string {
  const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value, null, 2).replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, escaped);
}
