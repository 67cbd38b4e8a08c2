import type { ProblemView } from '../../../../domains/learning/index.ts';
import { escapeMarkup } from '../../../../kernel/escape-markup.ts';
import type { Words } from '../../../i18n.ts';

/** Ticks, crosses and their kin are drawn, and said in words beside: nothing speaks by colour alone. */
const icons = {
  correct: '<path d="M4 10.5l4 4 8-9"/>',
  'partially-correct': '<path d="M4 10h12"/>',
  incorrect: '<path d="M5 5l10 10M15 5L5 15"/>',
  waiting: '<circle cx="10" cy="10" r="7"/><path d="M10 6v4l3 2"/>',
} as const;

/** The mark of one input with its message, and its right answer once that was asked for. */
export function markMarkup(view: ProblemView, id: string, { t }: Words): string {
  const mark = view.marks[id];
  const answer = view.shownAnswers?.answers[id];
  let html = '';
  if (mark) {
    const { correctness, message } = mark;
    html += `<span class="answer-mark-word"><svg class="answer-mark-icon" viewBox="0 0 20 20" aria-hidden="true">${icons[correctness]}</svg>${escapeMarkup(t(`problem.${correctness}`))}</span>`;
    if (message) html += ` <span class="answer-mark-message">${message}</span>`;
  }
  if (answer) html += `<div class="shown-answer"><strong>${escapeMarkup(t('problem.answer'))}</strong>${answer}</div>`;
  return html;
}

export function solutionMarkup(view: ProblemView, index: number, { t }: Words): string {
  const solution = view.shownAnswers?.solutions[index];
  if (!solution) return '';
  return `<section class="solution"><h3>${escapeMarkup(t('problem.solution'))}</h3>${solution}</section>`;
}

/** Points, attempts and the due date, in a line below the title. */
export function statusMarkup(view: ProblemView, words: Words): string {
  const { t } = words;
  const { attempts, score, possible, due } = view;
  const said: string[] = [];
  if (score)
    said.push(t('problem.score', { earned: words.number(score.earned), possible: words.number(score.possible) }));
  else if (possible > 0) said.push(t('problem.possible', { possible }));
  if (attempts.max !== null) said.push(t('problem.attempts', { used: attempts.used, max: attempts.max }));
  else if (attempts.used > 0) said.push(t('problem.attemptsUsed', { used: attempts.used }));
  if (due) said.push(t('problem.due', { date: words.instant(due) }));
  return said.length === 0
    ? ''
    : `<p class="problem-status">${said.map((text) => `<span>${escapeMarkup(text)}</span>`).join(' ')}</p>`;
}

/** What came of the last submission, and what may be done next. */
export function outcomeMarkup(view: ProblemView, words: Words): string {
  const { t } = words;
  const { hints, closed, refusal, may } = view;
  let html = '<div class="problem-outcome" role="status">';
  if (refusal) html += `<p class="problem-refusal">${escapeMarkup(refusal)}</p>`;
  for (const feedback of view.feedback) if (feedback.place === undefined) html += feedbackMarkup(feedback, words);
  html += '</div>';
  for (const [at, hint] of hints.shown.entries()) {
    html += `<aside class="hint"><strong>${escapeMarkup(t('problem.hintTitle', { number: at + 1, count: hints.count }))}</strong> ${hint}</aside>`;
  }
  if (closed) html += `<p class="problem-closed">${escapeMarkup(t(`problem.closed.${closed}`))}</p>`;
  html += '<div class="problem-buttons">';
  // The first button is the one that Enter presses.
  if (closed === null) html += button('submit', 'problem.submit', '', t('problem.submit'));
  if (may.save) html += button('save', 'problem.save', ' button-quiet', t('problem.save'));
  if (may.reset) html += button('reset', 'problem.reset', ' button-quiet', t('problem.reset'));
  if (hints.count > hints.shown.length) html += button('hint', 'problem.hint', ' button-quiet', t('problem.hint'));
  if (may.showAnswer) html += button('show-answer', 'problem.show-answer', ' button-quiet', t('problem.showAnswer'));
  return `${html}</div>`;
}

/** What the author says to the picked choice, where the text has a place for it. */
export function placedFeedback(view: ProblemView, place: string, words: Words): string {
  return view.feedback
    .filter((feedback) => feedback.place === place)
    .map((feedback) => feedbackMarkup(feedback, words))
    .join('');
}

function feedbackMarkup({ label, isRight, html }: ProblemView['feedback'][number], { t }: Words): string {
  const mark = isRight ? 'correct' : 'incorrect';
  const heading = label ?? t(`problem.feedback.${mark}`);
  const words = heading === '' ? '' : `<strong>${escapeMarkup(heading)}</strong> `;
  return `<div class="feedback" data-mark="${mark}">${words}${html}</div>`;
}

function button(action: string, control: string, look: string, text: string): string {
  return `<button class="button${look}" name="action" value="${action}" data-control="${control}">${escapeMarkup(text)}</button>`;
}
