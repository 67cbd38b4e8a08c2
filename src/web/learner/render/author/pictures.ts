import { urls } from '../../../urls.ts';
import { pictureSizeOf } from '../picture-size.ts';
import type { Rendering } from '../rendering.ts';
import type { Picture } from './sanitising.ts';
import { elementsOf, type SourceNode } from './source-node.ts';

/** By what stands in `src`: pictures of the course's own, and those that are written into the text itself. */
export async function findPictures(
  nodes: readonly SourceNode[],
  rendering: Rendering,
): Promise<ReadonlyMap<string, Picture>> {
  const pictures = new Map<string, Picture>();
  for (const { name, attributes } of elementsOf(nodes)) {
    const src = attributes.src ?? '';
    if (name !== 'img' || pictures.has(src)) continue;
    const picture = src.startsWith('data:') ? await writtenPicture(src, rendering) : await ownPicture(src, rendering);
    if (picture) pictures.set(src, picture);
  }
  return pictures;
}

async function ownPicture(src: string, { links, pictureSize }: Rendering): Promise<Picture | null> {
  const target = links.resolve(src);
  if (target.type !== 'file' || !target.file.mediaType.startsWith('image/')) return null;
  return { url: target.url, size: await pictureSize(target.file.hash) };
}

const mostPicture_chars = 8_000_000;

/** `data:image/png;base64,…` becomes a file: the page stays light, and its policy strict. Only types that just draw. */
async function writtenPicture(src: string, { files }: Rendering): Promise<Picture | null> {
  const [, type, base64] = /^data:image\/(png|jpe?g|gif|webp);base64,([\w+/=\s]+)$/i.exec(src) ?? [];
  if (!type || !base64 || src.length > mostPicture_chars) return null;
  const bytes = Buffer.from(base64, 'base64');
  const kind = type.toLowerCase().replace('jpg', 'jpeg');
  const hash = await files.keep(bytes, `image/${kind}`);
  return { url: urls.asset(hash, `picture.${kind}`), size: pictureSizeOf(bytes) };
}
