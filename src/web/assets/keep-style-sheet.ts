import { recordAssets } from '../../domains/assets/index.ts';
import type { Powers } from '../../powers.ts';

/** Keeps a generated style sheet as a file like any other, so that its address, `urls.asset(HASH, 'style.css')`, leads to it. */
export async function keepStyleSheet(
  { files, database }: Pick<Powers, 'files' | 'database'>,
  css: string,
): Promise<void> {
  const stored = await files.put(Buffer.from(css));
  await database.write('provide', (w) => recordAssets(w, [{ ...stored, mediaType: 'text/css' }]));
}
