import { el, write } from './markup.ts';

/** A sentence of ours in the place of something. */
export function note(text: string): string {
  return write(el('p', { class: 'block-note' }, text));
}
