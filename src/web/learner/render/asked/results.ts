import type { AskedView } from '../../../../domains/learning/index.ts';
import type { Words } from '../../../i18n.ts';
import { el, raw } from '../../blocks/markup.ts';
import type { SafeNode } from '../author/safe-node.ts';
import type { AskedChoice, AskedPiece } from '../rendered-unit.ts';

const none: ReadonlyMap<string, number> = new Map();
const sizes = 5;

/** How all have answered: counts and shares, never who. */
export function resultsOf(asked: AskedPiece, view: AskedView, words: Words): SafeNode {
  const countsOf = (question: string) => view.counts?.get(question) ?? none;
  const heading = el('h3', {}, words.t('vote.results'));
  if (asked.kind === 'words' && countsOf('').size === 0) {
    return el('div', { class: 'vote-results' }, heading, el('p', {}, words.t('vote.total', { count: 0 })));
  }
  if (asked.kind === 'words')
    return el('div', { class: 'vote-results' }, heading, cloud(asked, countsOf(''), view, words));
  const questions = asked.kind === 'poll' ? [null] : asked.questions;
  const bars = questions.map((question) => {
    const key = question?.key ?? '';
    return barsOf(question, asked.answers, countsOf(key), view.mine.get(key)?.[0] ?? null, words);
  });
  return el('div', { class: 'vote-results' }, heading, bars);
}

function barsOf(
  question: AskedChoice | null,
  answers: readonly AskedChoice[],
  counts: ReadonlyMap<string, number>,
  mine: string | null,
  { t, number }: Words,
): SafeNode {
  const total = sum(counts);
  const rows = answers.map(({ key, html }) => {
    const votes = counts.get(key) ?? 0;
    const share = total === 0 ? 0 : Math.round((100 * votes) / total);
    return el(
      'li',
      { class: key === mine ? 'vote-bar vote-bar-mine' : 'vote-bar' },
      el(
        'span',
        { class: 'vote-label' },
        raw(html),
        key === mine ? el('span', { class: 'badge' }, t('vote.mine')) : null,
      ),
      el('span', { class: 'figures' }, t('vote.share', { votes: number(votes), share: number(share) })),
      el('progress', { max: '100', value: String(share), 'aria-hidden': 'true' }),
    );
  });
  const asks = question ? [el('div', { class: 'vote-asked' }, raw(question.html))] : [];
  return el(
    'div',
    {},
    ...asks,
    el('ul', {}, rows),
    el('p', { class: 'small soft' }, t('vote.total', { count: total })),
  );
}

/** The words in the order of the alphabet, the frequent ones larger; how often stands beside each for whoever listens. */
function cloud(
  { most_words, hasPercents }: AskedPiece,
  counts: ReadonlyMap<string, number>,
  { mine }: AskedView,
  { t, number, language }: Words,
): SafeNode {
  const top = [...counts].sort(([, a], [, b]) => b - a).slice(0, most_words);
  const [least, most] = [Math.min(...top.map(([, votes]) => votes)), Math.max(...top.map(([, votes]) => votes))];
  const total = sum(counts);
  const own = new Set(mine.get('') ?? []);
  const words = top
    .sort(([a], [b]) => a.localeCompare(b, language))
    .map(([word, votes]) => {
      const size = most === least ? 3 : 1 + Math.round(((sizes - 1) * (votes - least)) / (most - least));
      const share = t('vote.share', { votes: number(votes), share: number(Math.round((100 * votes) / total)) });
      const said = el('span', { class: hasPercents ? 'vote-often' : 'only-heard' }, ` ${share}`);
      const kind = `vote-cloud-${size}${own.has(word) ? ' vote-cloud-mine' : ''}`;
      return el('li', { class: kind }, el('bdi', {}, word), said);
    });
  return el('ul', { class: 'vote-cloud' }, words);
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, votes) => total + votes, 0);
}
