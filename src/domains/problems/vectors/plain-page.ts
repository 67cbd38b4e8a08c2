import type { Answers, Graded } from '../grading.ts';
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
        return page(it.label) + input(it) + (graded?.inputs[it.id]?.message ?? '');
      case 'number-field':
        return element('input', { name: it.name }, '');
      case 'place': {
        const feedback = targeted.get(it.id);
        if (!feedback) return '<span></span>';
        return `${feedback.correctness === 'correct' ? 'Correct' : 'Incorrect'}${page(feedback.body)}`;
      }
    }
  }

  function input(it: InputNode): string {
    const sent = answers[it.id];
    const value = typeof sent === 'string' ? sent : '';
    if ('choices' in it) return it.choices.map((choice) => `<label>${page(choice.body)}</label>`).join('');
    if (it.kind === 'optioninput') return it.options.map((option) => `<option>${escaped(option)}</option>`).join('');
    if (it.kind === 'annotationinput') return it.options.map(escaped).join(' ');
    if (it.kind === 'imageinput') return element('img', { src: it.src, alt: it.alt }, '');
    return element('input', { value }, '');
  }

  return `<div>${page(problem.body)}</div>`;
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
