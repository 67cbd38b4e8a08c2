import { childElements, walk, type XmlElement } from '../../kernel/xml/index.ts';
import { type BodyPlan, learnerNodes } from './body.ts';
import { drawChoices } from './choice-order.ts';
import { inputNames } from './inputs/index.ts';
import { type QuestionLabel, questionLabel } from './labels.ts';
import type { PlaceNode } from './learner-problem.ts';
import type { BrokenProblem, Problem, ProblemSource, Solution } from './problem.ts';
import { ProblemError } from './problem-error.ts';
import { compileResponse, isResponse } from './responses/index.ts';
import type { Response, ResponseInput } from './responses/response.ts';
import type { ScriptResult } from './script-runner.ts';
import { boundedSubstitution, type Substitute, substitution } from './substitute.ts';
import { feedbackId, feedbackSet, planFeedback } from './targeted-feedback.ts';

/** Responses and inputs together; real problems have a few dozen at most. */
const most_parts = 1_000;

/**
 * A problem drawn for a seed: the script's variables put in, choices shuffled, pools drawn. `scripts` is what running
 * `scriptJob(source, seed)` gave; null for a problem without a script. Ids are `<idPrefix>_2_1` for the first input of
 * the first response, or `2_1` without a prefix.
 *
 * What an author wrote wrongly comes back as a broken problem.
 */
export function drawProblem(
  source: ProblemSource,
  seed: number,
  scripts: ScriptResult | null = null,
  idPrefix = '',
): Problem | BrokenProblem {
  const failure = scriptFailure(source, scripts);
  if (failure) return failure;
  try {
    const { substitute, end } = boundedSubstitution(substitution(scripts));
    const problem = draw(source, seed, substitute, idPrefix === '' ? '' : `${idPrefix}_`);
    end();
    return problem;
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const line = error.line === undefined ? {} : { line: error.line };
    return { type: 'broken', kind: error.kind, because: error.message, ...line };
  }
}

function scriptFailure(source: ProblemSource, scripts: ScriptResult | null): BrokenProblem | null {
  if (source.script === '' || scripts?.type === 'ran') return null;
  const because = scripts ? `Error while executing script code: ${scripts.message}` : 'Its script has not been run.';
  return { type: 'broken', kind: 'script', because };
}

function draw(source: ProblemSource, seed: number, substitute: Substitute, prefix: string): Problem {
  const responses = readResponses(source, seed, substitute, prefix);
  const byElement = new Map(responses.map((response) => [response.element, response]));
  const order = drawChoices(source.root, seed, substitute);
  const feedbackPlans = planFeedback(source.root, byElement);
  const moved = new Set([...order.droppedSolutions, ...feedbackPlans.map(({ solution }) => solution)]);
  const solutions = [...walk(source.root)].filter((element) => element.name === 'solution' && !moved.has(element));
  const plan: BodyPlan = {
    substitute,
    responses: byElement,
    ...readLabels(source.root, byElement),
    drawn: order.drawn,
    places: new Map([
      ...solutions.map((element, index): [XmlElement, PlaceNode] => [element, solutionPlace(prefix, index)]),
      ...feedbackPlans.map(({ set, response }): [XmlElement, PlaceNode] => [set, feedbackPlace(response)]),
    ]),
  };
  const inside = (element: XmlElement) => learnerNodes(element.children, plan);
  return {
    type: 'problem',
    seed,
    script: source.script,
    responses,
    body: inside(source.root),
    solutions: solutions.map((element): Solution => ({ id: plan.places.get(element)!.id, body: inside(element) })),
    hints: demandHints(source.root).map(inside),
    feedbackSets: feedbackPlans.map((feedback) => feedbackSet(feedback, inside)),
  };
}

function feedbackPlace(response: Response): PlaceNode {
  return { type: 'place', kind: 'feedback', id: feedbackId(response) };
}

function solutionPlace(prefix: string, index: number): PlaceNode {
  return { type: 'place', kind: 'solution', id: `${prefix}solution_${index + 1}` };
}

function readResponses(source: ProblemSource, seed: number, substitute: Substitute, prefix: string): Response[] {
  const elements = [...walk(source.root)].filter(isResponse);
  const inputs = [...walk(source.root)].filter(({ name }) => inputNames.has(name));
  if (elements.length + inputs.length > most_parts) {
    throw new ProblemError(`A problem may have at most ${most_parts} responses and inputs.`, elements[0]?.line);
  }
  return elements.map((element, index) => {
    const id = `${prefix}${index + 2}`;
    const inputs = [...walk(element)].filter((child) => inputNames.has(child.name));
    return compileResponse({
      id,
      element,
      inputs: inputs.map(
        (input, at): ResponseInput => ({
          id: `${id}_${at + 1}`,
          element: input,
          max: maximum(element, input),
        }),
      ),
      seed,
      script: source.script,
      substitute,
    });
  });
}

/** The points that an input can earn. (Rule 3.1.1.) */
function maximum(response: XmlElement, input: XmlElement): number {
  if (response.name === 'annotationresponse') return 2;
  const written = input.attributes.points ?? '1';
  if (!/^\s*\d+\s*$/.test(written)) throw new ProblemError(`points="${written}" must be a whole number.`, input.line);
  return Number(written);
}

function readLabels(root: XmlElement, responses: ReadonlyMap<XmlElement, Response>) {
  const labels = new Map<XmlElement, QuestionLabel>();
  const taken = new Set<XmlElement>();
  for (const parent of walk(root)) {
    const siblings = childElements(parent);
    siblings.forEach((element, index) => {
      const response = responses.get(element);
      if (!response) return;
      const label = questionLabel(element, response.inputs, siblings[index - 1]);
      labels.set(element, label);
      for (const part of label.taken) taken.add(part);
    });
  }
  return { labels, taken };
}

/** Hints to ask for: only those of demandhint elements right below the problem. (Rule 4.6.) */
function demandHints(root: XmlElement): readonly XmlElement[] {
  return childElements(root)
    .filter((child) => child.name === 'demandhint')
    .flatMap((group) => childElements(group).filter((child) => child.name === 'hint'));
}
