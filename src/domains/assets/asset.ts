/** A file's bytes, known by their hash: the same bytes are stored once, whoever brings them. */
export interface Asset {
  /** SHA-256 of the bytes, in hexadecimal. */
  readonly hash: AssetHash;
  readonly size_bytes: number;
  /** Found in the bytes first and in the name second; see `mediaTypeOf`. */
  readonly mediaType: string;
}

/** SHA-256 of a file's bytes, in hexadecimal: 64 digits. */
export type AssetHash = string;

/** What can run or carry scripts when a browser opens it as a page of its own. */
const active = new Set([
  'text/html',
  'application/xhtml+xml',
  'image/svg+xml',
  'text/xml',
  'application/xml',
  'text/javascript',
  'application/wasm',
]);

/**
 * Whether a browser could run something in a file of this type. Such files come from authors whom nobody checked, so
 * the web serves them in a sandbox or as a download, never as a page with the site's powers.
 */
export function isActive(mediaType: string): boolean {
  return active.has(mediaType);
}
