import { buffer } from 'node:stream/consumers';
import { cleanDrawing, mediaTypeOf, redrawPicture, type Staging, sniffed_bytes } from '../../assets/index.ts';
import { plainFileName } from '../../courses/index.ts';
import type { NewFile } from './add-files.ts';
import { fileKindOf, isAsNamed } from './file-kind.ts';

/** What is no picture is limited by the site's own limit for uploads. */
const largestPicture_bytes = 12_000_000;
const most_px = 4_000;
const longestName_chars = 120;
const most_folders = 4;
const pictures = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'] as const;

/** A file that came in, looked at: fit to be added, or why not. */
export type Prepared =
  | ({ readonly type: 'ready' } & NewFile)
  | { readonly type: 'refused'; readonly because: 'empty' | 'picture-too-large' | 'not-as-named' | 'broken' };

/**
 * Looks at what was staged: finds its kind by its first bytes, draws pictures anew, and takes out of drawings what runs. Bytes
 * that it makes are staged, too.
 */
export async function prepareFile(
  staging: Staging,
  name: string,
  stored: { readonly hash: string; readonly size_bytes: number },
): Promise<Prepared> {
  if (stored.size_bytes === 0) return refused('empty');
  const mediaType = mediaTypeOf(name, await firstBytes(staging, stored.hash));
  if (!isAsNamed(name, mediaType)) return refused('not-as-named');
  if (fileKindOf(mediaType) !== 'picture') return ready(name, stored, mediaType);
  if (stored.size_bytes > largestPicture_bytes) return refused('picture-too-large');
  const bytes = await buffer(staging.open(stored.hash));
  if (mediaType === 'image/svg+xml') {
    const clean = cleanDrawing(bytes);
    return clean ? ready(name, await staging.put(clean), mediaType) : refused('broken');
  }
  const drawn = await redrawPicture(bytes, most_px, { keep: pictures });
  if (drawn.type === 'drawn') return ready(name, await staging.put(drawn.bytes), drawn.mediaType);
  // An icon, say: no browser runs it.
  return drawn.because === 'no-picture' ? ready(name, stored, mediaType) : refused('broken');
}

/** A name below `static/` that stands in an address as it is, and that Open edX leaves as it is. */
export function fileNameFor(written: string, folder: string): string {
  const parts = [
    ...folder
      .split('/')
      .filter((one) => /[\p{L}\p{N}]/u.test(one))
      .slice(0, most_folders),
    written.replace(/^.*[\\/]/, ''),
  ];
  return parts.map(cleanName).join('/');
}

function cleanName(written: string): string {
  const plain = plainFileName(written.normalize('NFC').trim()).replace(/^[._]+/, '');
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]{1,10})?$/.exec(plain) ?? [];
  return `${[...stem].slice(0, longestName_chars).join('') || 'file'}${ending}`;
}

async function firstBytes(staging: Staging, hash: string): Promise<Uint8Array> {
  const start: Uint8Array[] = [];
  let size_bytes = 0;
  for await (const chunk of staging.open(hash)) {
    start.push(chunk as Uint8Array);
    size_bytes += (chunk as Uint8Array).length;
    if (size_bytes >= sniffed_bytes) break;
  }
  return Buffer.concat(start);
}

function ready(
  name: string,
  { hash, size_bytes }: { readonly hash: string; readonly size_bytes: number },
  mediaType: string,
): Prepared {
  return { type: 'ready', name, file: { hash, size_bytes, media_type: mediaType } };
}

function refused(because: Extract<Prepared, { type: 'refused' }>['because']): Prepared {
  return { type: 'refused', because };
}
