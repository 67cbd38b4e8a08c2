import { createHash } from 'node:crypto';
import { type FileStore, recordAssets } from '../../domains/assets/index.ts';
import type { Database } from '../../kernel/database/index.ts';
import { urls } from '../urls.ts';

/** Where a style sheet made by rendering lies, once `keepSheet` has kept it; null for an empty one. */
export function sheetHref(css: string): string | null {
  return css === '' ? null : urls.asset(createHash('sha256').update(css).digest('hex'), 'style.css');
}

/** Puts a style sheet among the files, so that it has an address by its hash and stays in the browser for ever. */
export async function keepSheet(
  { database, files }: { readonly database: Database; readonly files: FileStore },
  css: string,
): Promise<void> {
  if (css === '') return;
  const stored = await files.put(Buffer.from(css));
  await database.write('provide', (w) => recordAssets(w, [{ ...stored, mediaType: 'text/css' }]));
}
