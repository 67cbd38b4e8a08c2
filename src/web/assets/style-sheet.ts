import { createHash } from 'node:crypto';
import { urls } from '../urls.ts';

/** Where a style sheet made by rendering lies, once `keepStyleSheet` has kept it; null for an empty one. */
export function sheetHref(css: string): string | null {
  return css === '' ? null : urls.asset(createHash('sha256').update(css).digest('hex'), 'style.css');
}
