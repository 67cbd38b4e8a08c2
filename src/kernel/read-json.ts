/** What a JSON text says, a mark of byte order before it or not; null when it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** The same of a text that says an object; null when it says anything else. */
export function readJsonObject(text: string): Record<string, unknown> | null {
  const value = readJson(text);
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
