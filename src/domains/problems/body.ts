import {
  childElements,
  parseXml,
  textContent,
  type XmlElement,
  XmlError,
  type XmlNode,
} from '../../kernel/xml/index.ts';
import { inputNames, learnerInput } from './inputs/index.ts';
import type { QuestionLabel } from './labels.ts';
import type { LearnerNode, PlaceNode, QuestionNode } from './learner-problem.ts';
import { isPython } from './python-text.ts';
import type { NamedChoice } from './responses/named-choices.ts';
import type { Response } from './responses/response.ts';
import type { Substitute } from './substitute.ts';

/** What the drawing of a problem has settled before its body is written. */
export interface BodyPlan {
  readonly substitute: Substitute;
  readonly responses: ReadonlyMap<XmlElement, Response>;
  readonly labels: ReadonlyMap<XmlElement, QuestionLabel>;
  /** Elements that stand somewhere else now, such as labels. */
  readonly taken: ReadonlySet<XmlElement>;
  readonly drawn: ReadonlyMap<XmlElement, readonly NamedChoice[]>;
  readonly places: ReadonlyMap<XmlElement, PlaceNode>;
}

/** What no learner may read in the text: answers, hints and the machinery around them. (Rules 3.20.8, 3.22.1.) */
const hidden: ReadonlySet<string> = new Set([
  'additional_answer',
  'answer',
  'choicehint',
  'codeparam',
  'compoundhint',
  'correcthint',
  'demandhint',
  'display',
  'formulahint',
  'generator',
  'grader',
  'hintgroup',
  'hintpart',
  'include',
  'jsme',
  'numericalhint',
  'optionhint',
  'placement',
  'regexphint',
  'responseparam',
  'solution',
  'stringequalhint',
  'stringhint',
]);

/** No attribute of HTML is called so; where a response type is unknown here, these would tell its answer. */
const telling: ReadonlySet<string> = new Set(['answer', 'correct', 'correct_answer', 'expect', 'rectangle', 'regions']);

/** Elements of the problem language that are plain boxes on the page. */
const renamed: Readonly<Record<string, string>> = {
  problem: 'div',
  text: 'span',
  solutionset: 'span',
  targetedfeedbackset: 'span',
  targetedfeedback: 'section',
};

/** The author's markup as the learner may see it. @throws ProblemError */
export function learnerNodes(children: readonly XmlNode[], plan: BodyPlan): readonly LearnerNode[] {
  return children.flatMap((child) => nodesOf(child, plan, null));
}

function nodesOf(node: XmlNode, plan: BodyPlan, within: Response | null): readonly LearnerNode[] {
  if (node.type === 'text') return textNodes(node.text, plan.substitute);
  if (node.type !== 'element' || plan.taken.has(node)) return [];
  const place = plan.places.get(node);
  if (place) return [place];
  if (hidden.has(node.name) || (node.name === 'script' && isPython(node))) return [];
  const response = plan.responses.get(node);
  if (response) return [question(response, plan)];
  if (inputNames.has(node.name)) return input(node, plan, within);
  if (node.name === 'math') return math(node, plan);
  return [plainElement(node, plan, within)];
}

function plainElement(node: XmlElement, plan: BodyPlan, within: Response | null): LearnerNode {
  const name = renamed[node.name] ?? (node.name === 'clarification' ? 'span' : node.name);
  const attributes: Record<string, string> = {};
  if (node.name === 'clarification') attributes.class = 'clarification';
  else if (renamed[node.name] === undefined) {
    for (const [key, value] of Object.entries(node.attributes)) {
      if (!telling.has(key)) attributes[key] = plan.substitute(value);
    }
  }
  return {
    type: 'element',
    name,
    attributes,
    children: node.children.flatMap((child) => nodesOf(child, plan, within)),
  };
}

function question(response: Response, plan: BodyPlan): QuestionNode {
  const words = plan.labels.get(response.element)!;
  return {
    type: 'question',
    id: response.id,
    response: response.element.name,
    isJudgedOutside: response.outside !== undefined,
    label: learnerNodes(words.label, plan),
    descriptions: words.descriptions.map((description) => learnerNodes(description.children, plan)),
    inline: ['1', 'true'].includes(response.element.attributes.inline ?? ''),
    children: response.element.children.flatMap((child) => nodesOf(child, plan, response)),
  };
}

/** An input outside of any response asks for nothing and is left out. */
function input(element: XmlElement, plan: BodyPlan, within: Response | null): readonly LearnerNode[] {
  const own = within?.inputs.find((candidate) => candidate.element === element);
  if (!within || !own) return [];
  return [
    learnerInput({
      id: own.id,
      questionId: within.id,
      element,
      response: within.element,
      substitute: plan.substitute,
      nodes: (children) => learnerNodes(children, plan),
      drawn: plan.drawn.get(element),
      isNamed: within.inputs.length > 1,
    }),
  ];
}

/** `<math>$…$</math>` is TeX; with elements inside it is MathML and stays. (Rule 3.22.3.) */
function math(element: XmlElement, plan: BodyPlan): readonly LearnerNode[] {
  if (childElements(element).length > 0) return [plainElement(element, plan, null)];
  const written = plan.substitute(textContent(element));
  const tag = written.includes('\\displaystyle') ? 'mathjax' : 'mathjaxinline';
  const text = written.replaceAll('\\displaystyle', '').replace(/\$(.*)\$/, `[${tag}]$1[/${tag}]`);
  return [{ type: 'element', name: 'span', attributes: {}, children: [{ type: 'text', text }] }];
}

/** A variable may hold markup, which counts as markup; text that is not well-formed with it stays text. */
function textNodes(written: string, substitute: Substitute): readonly LearnerNode[] {
  const text = substitute(written);
  if (text === written || !/[<&]/.test(text)) return [{ type: 'text', text }];
  try {
    const escaped = written.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return parseXml(`<span>${substitute(escaped)}</span>`).children.flatMap(plainMarkup);
  } catch (error) {
    if (error instanceof XmlError) return [{ type: 'text', text }];
    throw error;
  }
}

/** Markup that a script made: never part of the problem language. */
function plainMarkup(node: XmlNode): readonly LearnerNode[] {
  if (node.type === 'text') return [{ type: 'text', text: node.text }];
  if (node.type !== 'element' || hidden.has(node.name) || inputNames.has(node.name)) return [];
  return [
    { type: 'element', name: node.name, attributes: node.attributes, children: node.children.flatMap(plainMarkup) },
  ];
}
