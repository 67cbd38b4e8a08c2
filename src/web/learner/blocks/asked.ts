import { marked } from 'marked';
import { type AskedItem, readAsking } from '../../../domains/learning/index.ts';
import {
  childElements,
  element,
  textContent,
  walk,
  writeChildren,
  writeXml,
  type XmlElement,
} from '../../../kernel/xml/index.ts';
import { authorMarkup } from '../render/author/author-markup.ts';
import type { SafeNode } from '../render/author/safe-node.ts';
import type { BlockRenderer, UnitRendering } from './block-renderer.ts';
import { sourceElement, textSetting } from './block-source.ts';
import { el, raw, write } from './markup.ts';
import { titleOf } from './named.ts';
import { note } from './note.ts';

/** A poll, a survey or a word cloud: what all readers share of it; their answers and all results come while it goes out. */
export const renderAsking: BlockRenderer = async (block, unit) => {
  const asking = readAsking(block);
  const question = await markdown(asking.question, unit);
  const [questions, answers] = [await items(asking.questions, unit), await items(asking.answers, unit)];
  const title = asking.kind === 'survey' ? textSetting(block, 'block_name') || block.displayName : block.displayName;
  const shared = { title, question, questions, answers, feedback: await markdown(asking.feedback, unit) };
  const { kind, isPrivate, inputs, most_words, hasPercents } = asking;
  return [{ type: 'asked', blockId: block.id, asked: { kind, isPrivate, inputs, most_words, hasPercents, ...shared } }];
};

async function items(asked: readonly AskedItem[], unit: UnitRendering) {
  const written: { key: string; html: string }[] = [];
  for (const { key, label, img, img_alt } of asked) {
    const picture = img === '' ? '' : writeXml(element('img', { src: img, alt: img_alt }));
    written.push({
      key,
      html: await authorMarkup(`${marked.parseInline(label, { async: false })}${picture}`, 4, unit),
    });
  }
  return written;
}

/** The author's Markdown, which may hold HTML: cleaned as any other of theirs. */
async function markdown(text: string, unit: UnitRendering): Promise<string> {
  return text.trim() === '' ? '' : authorMarkup(marked.parse(text, { async: false }), 3, unit);
}

/** Blocks that ask something of learners which they cannot give here yet: what is asked stands there to be read. */

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
