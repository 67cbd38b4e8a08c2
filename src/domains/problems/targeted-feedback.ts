import { childElements, walk, type XmlElement } from '../../kernel/xml/index.ts';
import type { Answers, InputGrade, TargetedFeedback } from './grading.ts';
import type { LearnerNode } from './learner-problem.ts';
import { namedChoices } from './responses/named-choices.ts';
import { type Response, textOf } from './responses/response.ts';

/** A set of feedbacks of which one is shown after a submission, by the picked choice. */
export interface FeedbackSet {
  readonly id: string;
  readonly inputId: string;
  /** By choice name: the explanation-id of the choice. */
  readonly explanations: ReadonlyMap<string, string>;
  readonly feedbacks: ReadonlyMap<string, readonly LearnerNode[]>;
  /** The correct choice's solution, where it is shown whatever was picked. */
  readonly solution: readonly LearnerNode[];
}

/** The elements that belong to a response with targeted feedback. */
export interface FeedbackPlan {
  readonly response: Response;
  readonly set: XmlElement;
  /** Moved out of the solutions and into the feedback. */
  readonly solution: XmlElement | undefined;
}

/** Finds the sets; a response without the attribute has none, and its feedbacks are plain text. (Rules 3.21.) */
export function planFeedback(root: XmlElement, responses: ReadonlyMap<XmlElement, Response>): readonly FeedbackPlan[] {
  const plans: FeedbackPlan[] = [];
  for (const parent of walk(root)) {
    const siblings = childElements(parent);
    siblings.forEach((element, index) => {
      const response = responses.get(element);
      const mode = element.name === 'multiplechoiceresponse' ? element.attributes['targeted-feedback'] : undefined;
      if (!response || mode === undefined) return;
      const following = siblings.slice(index + 1);
      const at = following.findIndex((sibling) => sibling.name === 'targetedfeedbackset');
      if (at < 0) return;
      const always = mode === 'alwaysShowCorrectChoiceExplanation';
      const solution = always ? correctSolution(response, following[at + 1]) : undefined;
      plans.push({ response, set: following[at]!, solution });
    });
  }
  return plans;
}

function correctSolution(response: Response, after: XmlElement | undefined): XmlElement | undefined {
  const group = response.inputs[0]!.element;
  const right = namedChoices(group).find(({ element }) => element.attributes.correct?.toLowerCase() === 'true');
  const id = right?.element.attributes['explanation-id'];
  const solutions = after?.name === 'solutionset' ? childElements(after) : after ? [after] : [];
  return solutions.find((one) => one.name === 'solution' && one.attributes['explanation-id'] === id);
}

export function feedbackSet(
  { response, set, solution }: FeedbackPlan,
  nodes: (element: XmlElement) => readonly LearnerNode[],
): FeedbackSet {
  const input = response.inputs[0]!;
  const feedbacks = childElements(set).filter((child) => child.name === 'targetedfeedback');
  const idOf = (element: XmlElement) => element.attributes['explanation-id'] ?? '';
  return {
    id: feedbackId(response),
    inputId: input.id,
    explanations: new Map(namedChoices(input.element).map(({ name, element }) => [name, idOf(element)])),
    feedbacks: new Map(feedbacks.map((feedback) => [idOf(feedback), nodes(feedback)])),
    solution: solution ? nodes(solution) : [],
  };
}

export function feedbackId(response: Response): string {
  return `${response.id}_feedback`;
}

/** What a submission brings up: the picked choice's feedback, and the solution that is always shown. */
export function targetedFeedback(
  sets: readonly FeedbackSet[],
  answers: Answers,
  grades: Readonly<Record<string, InputGrade>>,
): readonly TargetedFeedback[] {
  return sets.flatMap((set): TargetedFeedback[] => {
    const explanation = set.explanations.get(textOf(answers[set.inputId]) ?? '') ?? '';
    const own = explanation === '' ? [] : (set.feedbacks.get(explanation) ?? []);
    const body = [...own, ...set.solution];
    const correctness = grades[set.inputId]?.correctness ?? 'incorrect';
    return body.length === 0 ? [] : [{ id: set.id, correctness, body }];
  });
}
