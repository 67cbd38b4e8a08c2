import { createHash } from 'node:crypto';

/**
 * The url_name that a library's block gets where a course draws from the library: the same each time, so that learners'
 * states stay when a new version of it comes. As Open edX makes it (`derive_key`), with the `b'…'` that it has kept.
 */
export function derivedName(libraryKey: string, name: string, parentName: string): string {
  const source = `b'${libraryKey}+branch@library'`;
  return createHash('sha1').update(`${source}:${name}:${parentName}`).digest('hex').slice(0, 20);
}
