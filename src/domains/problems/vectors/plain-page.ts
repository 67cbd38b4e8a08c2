import type { Answer, Answers, Graded } from '../grading.ts';
import type { InputNode, LearnerNode, LearnerProblem } from '../learner-problem.ts';

/** The barest page of a problem after a submission: enough to check what is shown, and in which order. */
export function plainPage(problem: LearnerProblem, answers: Answers, graded: Graded | null): string {
  const targeted = new Map(graded?.targetedFeedback.map((feedback) => [feedback.id, feedback]));
  const page = (nodes: readonly LearnerNode[]): string => nodes.map(node).join('');

  function node(it: LearnerNode): string {
    switch (it.type) {
      case 'text':
        return escaped(it.text);
      case 'element':
        return element(it.name, it.attributes, page(it.children));
      case 'question':
        return [
          `<div><p>${page(it.label)}</p>`,
          ...it.descriptions.map((description) => `<p>${page(description)}</p>`),
          page(it.children),
          graded?.overallMessages[it.id] ?? '',
          '</div>',
        ].join('');
      case 'input':
        return page(it.label) + field(it, answers[it.id], page) + (graded?.inputs[it.id]?.message ?? '');
      case 'number-field':
        return element('input', { name: it.name }, '');
      case 'place': {
        const feedback = targeted.get(it.id);
        if (!feedback) return '<span></span>';
        return `${feedback.correctness === 'correct' ? 'Correct' : 'Incorrect'}${page(feedback.body)}`;
      }
    }
  }

  return `<div>${page(problem.body)}</div>`;
}

function field(it: InputNode, sent: Answer | undefined, page: (nodes: readonly LearnerNode[]) => string): string {
  if ('choices' in it) return it.choices.map((choice) => `<label>${page(choice.body)}</label>`).join('');
  switch (it.kind) {
    case 'optioninput':
      return ['Select an option', ...it.options].map((option) => `<option>${escaped(option)}</option>`).join('');
    case 'annotationinput':
      return [it.title, it.text, it.comment, it.commentPrompt, it.tagPrompt, ...it.options].map(escaped).join(' ');
    case 'imageinput':
      return element('img', { src: it.src, alt: it.alt }, '');
    case 'textbox':
      return element('textarea', {}, escaped(typeof sent === 'string' ? sent : it.start));
    default: {
      const trailing = 'trailingText' in it ? escaped(it.trailingText) : '';
      return element('input', { value: typeof sent === 'string' ? sent : '' }, '') + trailing;
    }
  }
}

/** Nodes without inputs as markup. */
export function markup(nodes: readonly LearnerNode[]): string {
  return plainPage({ body: nodes, hints: 0, inputIds: [] }, {}, null);
}

function element(name: string, attributes: Readonly<Record<string, string>>, inner: string): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${written.join('')}>${inner}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
