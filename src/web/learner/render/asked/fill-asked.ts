import type { AskedView } from '../../../../domains/learning/index.ts';
import type { Words } from '../../../i18n.ts';
import { urls } from '../../../urls.ts';
import { el, raw, write } from '../../blocks/markup.ts';
import type { SafeNode } from '../author/safe-node.ts';
import type { AskedChoice, AskedHole, AskedPiece } from '../rendered-unit.ts';
import { resultsOf } from './results.ts';

/** Where it is shown; without a course nobody can answer: it is a look before publishing. */
interface AskedPlace {
  readonly courseKey: string | null;
  readonly words: Words;
}

/** A poll, a survey or a word cloud for one reader: its form while they may answer, and what is to be seen of the answers. */
export function fillAsked({ blockId, asked }: AskedHole, view: AskedView, { courseKey, words }: AskedPlace): string {
  const hasAnswered = view.mine.size > 0;
  const id = votePlace(blockId);
  const parts: readonly (SafeNode | null)[] = [
    el('h2', { class: 'block-title' }, asked.title),
    asked.question ? el('div', { class: 'author prose' }, raw(asked.question)) : null,
    hasAnswered ? thanks(asked, words) : null,
    view.mayAnswer ? formOf(asked, view, { action: courseKey && urls.vote(courseKey, blockId), id, words }) : null,
    view.counts
      ? resultsOf(asked, view, words)
      : hasAnswered && !view.mayAnswer
        ? ownAnswers(asked, view, words)
        : null,
  ];
  return write(
    el(
      'section',
      { class: 'vote', id },
      parts.filter((part) => part !== null),
    ),
  );
}

/** The id of a poll on its page. */
export function votePlace(blockId: string): string {
  return `v-${blockId.replace(/[^\w-]/g, '-')}`;
}

function thanks({ feedback }: AskedPiece, { t }: Words): SafeNode {
  if (feedback === '') return el('p', { class: 'vote-said' }, t('vote.thanks'));
  return el('div', { class: 'vote-said author prose' }, raw(feedback));
}

interface FormPlace {
  readonly action: string | null;
  readonly id: string;
  readonly words: Words;
}

function formOf(asked: AskedPiece, view: AskedView, { action, id, words }: FormPlace): SafeNode {
  const { t } = words;
  const fields =
    asked.kind === 'words'
      ? wordFields(asked, id, words)
      : asked.kind === 'poll'
        ? [choices(null, '', asked, view, { id, words })]
        : asked.questions.map((question, at) => choices(question, `${at}`, asked, view, { id, words }));
  const send = el(
    'button',
    { class: 'button', 'data-control': 'vote.send' },
    t(view.mine.size > 0 ? 'vote.again' : 'vote.send'),
  );
  // Without an address it is shown and not sent.
  const whole =
    action === null ? [el('fieldset', { class: 'vote-form', disabled: '' }, fields, send)] : [...fields, send];
  if (action === null) return whole[0]!;
  return el('form', { class: 'vote-form', method: 'post', action, 'data-behaviour': 'swap-form' }, whole);
}

function choices(
  question: AskedChoice | null,
  place: string,
  { answers, kind }: AskedPiece,
  { mine }: AskedView,
  { id, words }: Pick<FormPlace, 'id' | 'words'>,
): SafeNode {
  const name = `answer-${place}`;
  const chosen = mine.get(question?.key ?? '')?.[0];
  const legend = question
    ? el('legend', {}, raw(question.html))
    : el('legend', { class: 'only-heard' }, words.t('vote.choose'));
  const options = answers.map(({ key, html }, at) => {
    const field = `${id}-${place}-${at}`;
    const checked = key === chosen ? '' : null;
    return el(
      'div',
      { class: 'vote-choice' },
      el('input', { type: 'radio', id: field, name, value: key, required: '', checked }),
      el('label', { for: field }, raw(html)),
    );
  });
  return el('fieldset', { class: kind === 'survey' ? 'vote-question vote-scale' : 'vote-question' }, legend, options);
}

function wordFields({ inputs }: AskedPiece, id: string, { t }: Words): readonly SafeNode[] {
  return Array.from({ length: inputs }, (_, at) => {
    const field = `${id}-${at}`;
    const attributes = {
      class: 'input',
      type: 'text',
      id: field,
      name: 'word',
      maxlength: '60',
      dir: 'auto',
      autocomplete: 'off',
    };
    return el(
      'div',
      { class: 'vote-word' },
      el('label', { for: field }, t('vote.word', { number: at + 1 })),
      el('input', { ...attributes, required: at === 0 ? '' : null }),
    );
  });
}

/** What the reader said, where nobody else's answers are to be seen. */
function ownAnswers(asked: AskedPiece, { mine }: AskedView, { t }: Words): SafeNode {
  const htmlOf = (list: readonly AskedChoice[], key: string) => list.find((one) => one.key === key)?.html ?? '';
  const entries = [...mine].flatMap(([question, answers]) =>
    answers.map((answer) => {
      const text = asked.kind === 'words' ? answer : raw(htmlOf(asked.answers, answer));
      const asks = htmlOf(asked.questions, question);
      return el('li', {}, ...(asks ? [raw(asks), el('br')] : []), el('strong', {}, text));
    }),
  );
  return el('div', { class: 'vote-own' }, el('p', {}, t('vote.yours')), el('ul', {}, entries));
}
