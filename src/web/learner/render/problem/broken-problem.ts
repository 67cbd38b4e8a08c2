import type { Words } from '../../../i18n.ts';
import { el, write } from '../../blocks/markup.ts';
import { problemPlace } from '../../problem-place.ts';

/** In the place of a problem whose Python is still at work. */
export function preparingProblem(
  { id, displayName }: { readonly id: string; readonly displayName: string },
  { t }: Words,
) {
  const place = problemPlace(id);
  return write(
    el(
      'section',
      { class: 'problem', id: place },
      el('h2', { class: 'block-title' }, displayName),
      el('p', { class: 'block-note', role: 'status' }, t('problem.preparing')),
      // A form loads the page anew where a link to it would only move within it.
      el(
        'form',
        { method: 'get' },
        el('button', { class: 'button', 'data-control': 'problem.again' }, t('problem.again')),
      ),
    ),
  );
}

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
