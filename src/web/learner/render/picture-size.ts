import type { PictureSize } from './author/sanitising.ts';

/** The size that a picture's first bytes tell: PNG, JPEG, GIF, WebP, SVG. Null for anything else or cut off. */
export function pictureSizeOf(bytes: Uint8Array): PictureSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (start: number, length: number) => String.fromCharCode(...bytes.subarray(start, start + length));
  try {
    if (text(1, 3) === 'PNG') return size(view.getUint32(16), view.getUint32(20));
    if (text(0, 4) === 'GIF8') return size(view.getUint16(6, true), view.getUint16(8, true));
    if (view.getUint16(0) === 0xffd8) return jpegSize(view);
    if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return webpSize(view, text(12, 4));
    return svgSize(new TextDecoder().decode(bytes.subarray(0, 4096)));
  } catch {
    // Cut off before the size: then it is not known.
    return null;
  }
}

function size(width: number, height: number): PictureSize | null {
  return width > 0 && height > 0 ? { width, height } : null;
}

/** Segments up to the first frame header, which holds the size. Source: ITU T.81, annex B. */
function jpegSize(view: DataView): PictureSize | null {
  for (let at = 2; at < view.byteLength; ) {
    const marker = view.getUint16(at);
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return size(view.getUint16(at + 7), view.getUint16(at + 5));
    if (marker < 0xff00) return null;
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Three forms of WebP keep the size at three places. Source: RFC 9649. */
function webpSize(view: DataView, form: string): PictureSize | null {
  if (form === 'VP8 ') return size(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (form === 'VP8L') {
    const bits = view.getUint32(21, true);
    return size((bits & 0x3fff) + 1, ((bits >> 14) & 0x3fff) + 1);
  }
  const threeBytes = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  return form === 'VP8X' ? size(threeBytes(24) + 1, threeBytes(27) + 1) : null;
}

function svgSize(text: string): PictureSize | null {
  const root = /<svg\b[^>]*>/i.exec(text)?.[0];
  if (!root) return null;
  const number = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`, 'i').exec(root)?.[1]);
  const box = /viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/i.exec(root);
  return size(Math.round(number('width') || Number(box?.[1])), Math.round(number('height') || Number(box?.[2])));
}
