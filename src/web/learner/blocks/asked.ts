import { childElements, textContent, walk, writeChildren, type XmlElement } from '../../../kernel/xml/index.ts';
import { authorMarkup } from '../render/author/author-markup.ts';
import type { SafeNode } from '../render/author/safe-node.ts';
import type { BlockRenderer, UnitRendering } from './block-renderer.ts';
import { jsonSetting, labelsOf, sourceElement, textSetting } from './block-source.ts';
import { el, raw, write } from './markup.ts';
import { titleOf } from './named.ts';
import { note } from './note.ts';

/** Blocks that ask something of learners which they cannot give here yet: what is asked stands there to be read. */

export const renderPoll: BlockRenderer = async (block, unit) => {
  const question = await author(textSetting(block, 'question'), unit);
  const labels = await list(labelsOf(jsonSetting(block, 'answers')), unit);
  return [titleOf(block), note(unit.words.t('block.poll')), write(question, labels)];
};

/** Open edX's older poll: `<poll_question>` with `<answer>` elements. */
export const renderPollQuestion: BlockRenderer = async (block, unit) => {
  const source = sourceElement(block, unit);
  const answers = childElements(source).filter(({ name }) => name === 'answer');
  const question = writeChildren({
    ...source,
    children: source.children.filter((child) => !answers.includes(child as XmlElement)),
  });
  const labels = await list(
    answers.map((answer) => writeChildren(answer)),
    unit,
  );
  return [titleOf(block), note(unit.words.t('block.poll')), write(await author(question, unit), labels)];
};

export const renderSurvey: BlockRenderer = async (block, unit) => {
  const { t } = unit.words;
  const questions = await list(labelsOf(jsonSetting(block, 'questions')), unit);
  const choices = labelsOf(jsonSetting(block, 'answers')).join(', ');
  const title = textSetting(block, 'block_name') || block.displayName;
  const asked = [questions, el('p', {}, t('block.surveyChoices', { choices }))];
  return [write(el('h2', { class: 'block-title' }, title)), note(t('block.survey')), write(...asked)];
};

export const renderWordCloud: BlockRenderer = async (block, unit) => {
  const { t } = unit.words;
  const count = Number(block.settings.num_inputs ?? 5);
  const asked = await author(textSetting(block, 'instructions'), unit);
  return [titleOf(block), note(t('block.wordCloud')), write(asked, el('p', {}, t('block.wordCloudInputs', { count })))];
};

export const renderOpenAssessment: BlockRenderer = async (block, unit) => {
  const { t } = unit.words;
  const elements = [...walk(sourceElement(block, unit))];
  const title = elements.find(({ name }) => name === 'title');
  const heading = el('h2', { class: 'block-title' }, (title && textContent(title).trim()) || block.displayName);
  const asks: SafeNode[] = [];
  for (const prompt of elements.filter(({ name }) => name === 'prompt')) {
    const description = childElements(prompt).find(({ name }) => name === 'description') ?? prompt;
    asks.push(await author(paragraphs(textContent(description)), unit));
  }
  const criteria = elements
    .filter(({ name }) => name === 'criterion')
    .map((criterion) => {
      const words = childElements(criterion).find(({ name }) => name === 'prompt') ?? criterion;
      return el('li', {}, textContent(words).trim());
    });
  const judged =
    criteria.length === 0
      ? []
      : [el('div', { class: 'prose' }, el('h3', {}, t('block.criteria')), el('ul', {}, criteria))];
  return [write(heading), note(t('block.openassessment')), write(...asks, ...judged)];
};

function paragraphs(text: string): string {
  if (/<\w+[^>]*>/.test(text)) return text;
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return plain
    .trim()
    .split(/\n\s*\n/)
    .map((words) => `<p>${words}</p>`)
    .join('');
}

async function author(html: string, unit: UnitRendering): Promise<SafeNode> {
  return el('div', { class: 'author prose' }, raw(await authorMarkup(html, 3, unit)));
}

async function list(htmls: readonly string[], unit: UnitRendering): Promise<SafeNode> {
  const entries: SafeNode[] = [];
  for (const html of htmls) if (html.trim() !== '') entries.push(el('li', {}, raw(await authorMarkup(html, 3, unit))));
  return el('ul', { class: 'asked prose' }, entries);
}
