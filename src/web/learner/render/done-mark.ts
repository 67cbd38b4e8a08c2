import type { Words } from '../../i18n.ts';
import { urls } from '../../urls.ts';
import { el, write } from '../blocks/markup.ts';

/** The button that sets or takes away a learner's own mark; without a course it is shown and can't be pressed. */
export function fillDoneMark(
  blockId: string,
  isDone: boolean,
  { courseKey, words: { t } }: { readonly courseKey: string | null; readonly words: Words },
): string {
  const id = donePlace(blockId);
  const look = isDone ? 'button button-quiet' : 'button';
  const attributes = { class: look, name: 'done', value: isDone ? 'no' : 'yes', 'data-control': 'unit.done' };
  const disabled = courseKey === null ? '' : null;
  const said = isDone ? el('p', { class: 'vote-said' }, t('done.isDone')) : null;
  const button = el('button', { ...attributes, disabled }, t(isDone ? 'done.undo' : 'done.mark'));
  const action = courseKey === null ? null : urls.doneMark(courseKey, blockId);
  const form = el('form', { method: 'post', action, 'data-behaviour': 'swap-form' }, button);
  return write(el('section', { class: 'vote', id }, said, form));
}

/** The id of a mark on its page. */
export function donePlace(blockId: string): string {
  return `d-${blockId.replace(/[^\w-]/g, '-')}`;
}
