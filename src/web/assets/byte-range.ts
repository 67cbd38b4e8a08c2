/** Both ends counted in. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a file that a `Range` header asks for: null for the whole (no header, or one that we need not follow),
 * 'unsatisfiable' when it lies outside. Source: RFC 9110, section 14.
 */
export function readRange(header: string | undefined, size_bytes: number): ByteRange | null | 'unsatisfiable' {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  if (!asked || (asked[1] === '' && asked[2] === '')) return null;
  const [, from, to] = asked as unknown as [string, string, string];
  const start = from === '' ? Math.max(0, size_bytes - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size_bytes - 1 : Math.min(Number(to), size_bytes - 1);
  return start > end || start >= size_bytes || (from === '' && Number(to) === 0) ? 'unsatisfiable' : { start, end };
}
