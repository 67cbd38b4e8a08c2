import sharp from 'sharp';
import { mediaTypeOf } from './media-type.ts';

/** Kinds of pictures that are taken from people: by what the bytes say, whatever the file is called. */
const taken = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);

/** A picture of 40 million points is a large photograph; one of more is a bomb, or no use here. */
const most_pixels = 40_000_000;

/** A picture drawn anew, or why it was not taken. */
export type Redrawn =
  | { readonly type: 'drawn'; readonly bytes: Uint8Array; readonly mediaType: 'image/png' | 'image/jpeg' }
  | { readonly type: 'refused'; readonly because: 'no-picture' | 'drawing' | 'broken' };

/**
 * Draws a picture anew, at most so wide and high: what was hidden in the file (place and camera, programs, a second file
 * behind the first) stays behind. A photograph may stay one, which is a tenth of the size. An SVG is refused as a `drawing`: it is a program as much as a picture.
 */
export async function redrawPicture(
  bytes: Uint8Array,
  most_px: number,
  { keepPhotos = false }: { readonly keepPhotos?: boolean } = {},
): Promise<Redrawn> {
  const mediaType = mediaTypeOf('', bytes);
  if (mediaType === 'image/svg+xml') return { type: 'refused', because: 'drawing' };
  if (!taken.has(mediaType)) return { type: 'refused', because: 'no-picture' };
  try {
    const picture = sharp(bytes, { limitInputPixels: most_pixels, failOn: 'error' });
    const size = { width: most_px, height: most_px, fit: 'inside', withoutEnlargement: true } as const;
    const drawn = picture.autoOrient().resize(size);
    if (keepPhotos && mediaType === 'image/jpeg') {
      return { type: 'drawn', bytes: await drawn.jpeg({ quality: 85 }).toBuffer(), mediaType };
    }
    return { type: 'drawn', bytes: await drawn.png({ compressionLevel: 9 }).toBuffer(), mediaType: 'image/png' };
  } catch {
    return { type: 'refused', because: 'broken' };
  }
}
