import type { Words } from '../../../i18n.ts';
import { el, write } from '../../blocks/markup.ts';

/** In the place of a problem that cannot be shown; the course's team reads why. */
export function brokenProblem(title: string, reason: string, isStaff: boolean, { t }: Words): string {
  return write(
    el(
      'section',
      { class: 'problem' },
      el('h2', { class: 'block-title' }, title),
      el('p', { class: 'block-note' }, t('problem.broken')),
      isStaff ? el('p', { class: 'block-note' }, t('problem.brokenBecause', { reason })) : null,
    ),
  );
}
