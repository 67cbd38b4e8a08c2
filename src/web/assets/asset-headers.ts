import { isActive } from '../../domains/assets/index.ts';

/** Types that a browser may show in its own window. All others it saves. */
const shown =
  /^(?:image|audio|video|font)\/|^text\/(?:plain|css|csv|vtt|javascript)|^application\/(?:pdf|json|wasm|vnd\.apple\.mpegurl)/;

/**
 * How a file of a course goes out. Authors' files are public by their hash and never change; sandboxed frames, which
 * have no origin, may load them (`access-control-allow-origin`); and none of them is ever a page with the site's powers.
 */
export function assetHeaders(mediaType: string, name: string): Record<string, string> {
  const isText = /^text\/|javascript|json|xml/.test(mediaType);
  const headers: Record<string, string> = {
    'content-type': isText ? `${mediaType}; charset=utf-8` : mediaType,
    'cache-control': 'public, max-age=31536000, immutable',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'accept-ranges': 'bytes',
    'content-security-policy': isActive(mediaType)
      ? "default-src 'none'; style-src 'unsafe-inline'; sandbox"
      : "default-src 'none'",
  };
  // The browsers' own viewers of PDF stop under a policy of ours; what they run has no origin.
  if (mediaType === 'application/pdf') headers['content-security-policy'] = "frame-ancestors 'self'";
  if (!shown.test(mediaType))
    headers['content-disposition'] = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
  return headers;
}
