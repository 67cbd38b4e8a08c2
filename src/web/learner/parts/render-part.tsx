import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type Words, WordsProvider } from '../../i18n.ts';

/** A part of a page as HTML: to fill a hole, or to be swapped in by a behaviour. */
export function renderPart(words: Words, part: VNode): string {
  return renderToString(<WordsProvider value={words}>{part}</WordsProvider>);
}
