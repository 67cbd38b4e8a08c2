import { createHash } from 'node:crypto';
import type { LearnerNode, LearnerProblem, QuestionNode } from '../../../../domains/problems/index.ts';
import { escapeMarkup } from '../../../../kernel/escape-markup.ts';
import { urls } from '../../../urls.ts';
import { nodesMarkup } from '../author/author-markup.ts';
import type { SourceNode } from '../author/source-node.ts';
import { type RenderingPlace, startRendering } from '../rendering.ts';
import type { Compiling } from './compiling.ts';
import { inputMarkup } from './inputs.ts';
import { createSlots, type ProblemTemplate, withoutMarks } from './template.ts';

/** Compiles a problem, drawn for a seed, once per content, seed and language. Nothing in it knows an answer. */
export async function compileProblem(problem: LearnerProblem, place: RenderingPlace): Promise<ProblemTemplate> {
  const rendering = startRendering(place, 'problem-text');
  const slots = createSlots();
  const compiling: Compiling = {
    ...slots,
    words: place.words,
    rendering,
    questions: countQuestions(problem.body),
    markup: async (nodes) => nodesMarkup(await sourceNodes(nodes, compiling), 3, rendering),
  };
  const body = await compiling.markup(problem.body);
  const css = rendering.styles.css();
  const hash = css === '' ? null : createHash('sha256').update(css).digest('hex');
  const sheet = hash ? `<link rel="stylesheet" href="${urls.asset(hash, 'style.css')}">` : '';
  const { slot } = slots;
  const prefix = slot({ type: 'prefix' });
  const html = `${sheet}<section class="problem" id="${prefix}" aria-labelledby="${prefix}-title"><header class="problem-head"><h2 class="block-title" id="${prefix}-title">${slot({ type: 'title' })}</h2>${slot({ type: 'status' })}</header><form method="post" action="${slot({ type: 'action' })}" data-behaviour="swap-form" class="problem-form"><div class="author problem-text prose" lang="${escapeMarkup(place.version.language)}" dir="auto">${body}</div>${slot({ type: 'outcome' })}</form></section>`;
  return { pieces: slots.cut(html), css: hash ? { hash, text: css } : null, scripts: [...rendering.scripts] };
}

function countQuestions(nodes: readonly LearnerNode[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type === 'question') return sum + 1;
    return node.type === 'element' ? sum + countQuestions(node.children) : sum;
  }, 0);
}

/** The problem's nodes as the sanitiser takes them: questions, inputs and places are markup of ours by then. */
async function sourceNodes(nodes: readonly LearnerNode[], c: Compiling): Promise<readonly SourceNode[]> {
  const result: SourceNode[] = [];
  for (const node of nodes) result.push(await sourceNode(node, c));
  return result;
}

async function sourceNode(node: LearnerNode, c: Compiling): Promise<SourceNode> {
  switch (node.type) {
    case 'text':
      return { type: 'text', text: withoutMarks(node.text) };
    case 'element': {
      const attributes: Record<string, string> = {};
      for (const [name, value] of Object.entries(node.attributes)) attributes[name.toLowerCase()] = withoutMarks(value);
      const name = c.rendering && /^[A-Z\d]+$/.test(node.name) ? node.name.toLowerCase() : node.name;
      return { type: 'element', name, attributes, children: await sourceNodes(node.children, c) };
    }
    case 'question':
      return { type: 'markup', html: await questionMarkup(node, c) };
    case 'input':
      return { type: 'markup', html: await inputMarkup(node, null, c) };
    case 'number-field':
      return { type: 'markup', html: numberField(node.name, c) };
    case 'place':
      return { type: 'markup', html: placeMarkup(node.kind, node.id, c) };
  }
}

function placeMarkup(kind: 'solution' | 'feedback', id: string, c: Compiling): string {
  if (kind === 'feedback') return c.slot({ type: 'feedback', id });
  return c.slot({ type: 'solution', index: Number(/(\d+)\D*$/.exec(id)?.[1] ?? 1) - 1 });
}

function numberField(name: string, c: Compiling): string {
  const label = escapeMarkup(c.words.t('problem.number'));
  return `<input class="inline-input" type="text" inputmode="decimal" size="8" name="${escapeMarkup(name)}" aria-label="${label}" value="${c.slot({ type: 'value', id: name, start: '' })}"${c.slot({ type: 'disabled' })} autocomplete="off">`;
}

/** One response: a named group when it has several inputs or choices to pick from, a labelled field else. */
async function questionMarkup(node: QuestionNode, c: Compiling): Promise<string> {
  const inputs = inputsIn(node.children);
  const label = node.label.length > 0 ? await c.markup(node.label) : '';
  const descriptions: string[] = [];
  for (const [at, description] of node.descriptions.entries()) {
    const id = `${c.slot({ type: 'prefix' })}-${node.id}-d${at}`;
    descriptions.push(`<div class="question-description" id="${id}">${await c.markup(description)}</div>`);
  }
  if (node.isJudgedOutside) {
    descriptions.push(`<p class="question-description">${escapeMarkup(c.words.t('problem.outside'))}</p>`);
  }
  const [only] = inputs;
  const isGroup = inputs.length !== 1 || (only !== undefined && 'choices' in only);
  const describedBy = node.descriptions.map((_, at) => `${c.slot({ type: 'prefix' })}-${node.id}-d${at}`).join(' ');
  const named = { label, describedBy, isLabelled: label !== '' };
  const children: SourceNode[] = [];
  for (const child of node.children) {
    if (child.type !== 'input') children.push(await sourceNode(child, c));
    else children.push({ type: 'markup', html: await inputMarkup(child, isGroup ? null : named, c) });
  }
  const inside = await nodesMarkup(children, 3, c.rendering);
  if (node.inline || !isGroup) {
    const tag = node.inline ? 'span' : 'div';
    const words =
      label === '' || node.inline
        ? ''
        : `<label class="question-label" for="${c.slot({ type: 'prefix' })}-${only!.id}">${label}</label>`;
    return `<${tag} class="question${node.inline ? ' question-inline' : ''}">${words}${descriptions.join('')}${inside}</${tag}>`;
  }
  const legend = label === '' ? hiddenLegend(node, c) : `<legend class="question-label">${label}</legend>`;
  const described = describedBy === '' ? '' : ` aria-describedby="${describedBy}"`;
  return `<fieldset class="question"${described}>${legend}${descriptions.join('')}${inside}</fieldset>`;
}

function hiddenLegend(node: QuestionNode, c: Compiling): string {
  const number = Number(/\d+/.exec(node.id.replace(/^.*?_(?=\d+$)/, ''))?.[0] ?? 1);
  const words = c.questions === 1 ? c.words.t('problem.yourAnswer') : c.words.t('problem.question', { number });
  return `<legend class="only-heard">${escapeMarkup(words)}</legend>`;
}

function inputsIn(nodes: readonly LearnerNode[]): readonly Extract<LearnerNode, { type: 'input' }>[] {
  return nodes.flatMap((node) => {
    if (node.type === 'input') return [node];
    return node.type === 'element' ? inputsIn(node.children) : [];
  });
}
