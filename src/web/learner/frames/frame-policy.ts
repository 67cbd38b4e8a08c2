import { urls } from '../../urls.ts';

/**
 * The policy of a frame that runs an author's program: an origin of its own that is no origin (`sandbox` without
 * `allow-same-origin`), so no cookie, no storage and no request in the reader's name; nothing may be loaded but the
 * course's own files, and no other page may be led anywhere. `others` are hosts that the reader let in by a click.
 */
export function programPolicy(origin: string, others: readonly string[]): string {
  const own = [`${origin}/assets/`, `${origin}/site/`, origin + urls.frameJQuery()].join(' ');
  const from = [own, ...others.filter(isPlain)].join(' ');
  return [
    'sandbox allow-scripts allow-forms allow-modals',
    "default-src 'none'",
    `script-src 'unsafe-inline' 'unsafe-eval' ${from}`,
    `style-src 'unsafe-inline' ${from}`,
    `img-src data: blob: ${from}`,
    `font-src data: ${from}`,
    `media-src data: blob: ${from}`,
    `connect-src ${from}`,
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** The policy of a page of ours that shows one thing from elsewhere. */
export function showingPolicy(source: 'frame-src' | 'media-src', hosts: readonly string[]): string {
  const own = source === 'media-src' ? " 'self'" : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `${source} ${hosts.filter(isPlain).join(' ')}${own}`,
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');
}

/** A host as an author wrote it may hold `*`, which lets all in, or `;`, behind which another directive begins. */
function isPlain(origin: string): boolean {
  return /^https?:\/\/[\w.-]+(?::\d+)?$/.test(origin);
}
