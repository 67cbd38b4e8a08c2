import sharp, { type Sharp } from 'sharp';
import { mediaTypeOf } from './media-type.ts';

/** Kinds of pictures that are taken from people: by what the bytes say, whatever the file is called. */
const taken = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);

/** A picture of 40 million points is a large photograph; one of more is a bomb, or no use here. */
const most_pixels = 40_000_000;

/** Kinds that a picture may stay, each with how it is written. */
export type PictureKind = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/avif';

/** A picture drawn anew, or why it was not taken. */
export type Redrawn =
  | { readonly type: 'drawn'; readonly bytes: Uint8Array; readonly mediaType: PictureKind }
  | { readonly type: 'refused'; readonly because: 'no-picture' | 'drawing' | 'broken' };

/**
 * Draws a picture anew, at most so wide and high: what was hidden in the file (place and camera, programs, a second file
 * behind the first) stays behind. It becomes a PNG, but for the kinds that it may keep: a photograph is a tenth of the
 * size as one, and only some kinds move. An SVG is refused as a `drawing`: it is a program as much as a picture.
 */
export async function redrawPicture(
  bytes: Uint8Array,
  most_px: number,
  { keep = [] }: { readonly keep?: readonly PictureKind[] } = {},
): Promise<Redrawn> {
  const found = mediaTypeOf('', bytes);
  if (found === 'image/svg+xml') return { type: 'refused', because: 'drawing' };
  if (!taken.has(found)) return { type: 'refused', because: 'no-picture' };
  const mediaType = keep.find((kind) => kind === found) ?? 'image/png';
  const animated = mediaType === 'image/gif' || mediaType === 'image/webp';
  try {
    const picture = sharp(bytes, { limitInputPixels: most_pixels, failOn: 'error', animated });
    const size = { width: most_px, height: most_px, fit: 'inside', withoutEnlargement: true } as const;
    return { type: 'drawn', bytes: await writeAs(picture.autoOrient().resize(size), mediaType), mediaType };
  } catch {
    return { type: 'refused', because: 'broken' };
  }
}

function writeAs(drawn: Sharp, kind: PictureKind): Promise<Buffer> {
  switch (kind) {
    case 'image/jpeg':
      return drawn.jpeg({ quality: 85 }).toBuffer();
    case 'image/webp':
      return drawn.webp({ quality: 85 }).toBuffer();
    case 'image/gif':
      return drawn.gif().toBuffer();
    case 'image/avif':
      return drawn.avif().toBuffer();
    case 'image/png':
      return drawn.png({ compressionLevel: 9 }).toBuffer();
  }
}
