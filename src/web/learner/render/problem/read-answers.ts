import type { Answers, InputNode, LearnerNode, LearnerProblem } from '../../../../domains/problems/index.ts';

/** More fields than this has no form of ours. */
const most_fields = 2_000;

/** What was sent with a problem's form, in the shapes that grading takes. Fields that are no input's are left out. */
export function readAnswers(problem: LearnerProblem, form: URLSearchParams): Answers {
  if (form.size > most_fields) return {};
  const answers: Record<string, Answers[string]> = {};
  for (const input of inputsOf(problem.body)) {
    const answer = readAnswer(input, form);
    if (answer !== undefined) answers[input.id] = answer;
  }
  return answers;
}

function readAnswer(input: InputNode, form: URLSearchParams): Answers[string] {
  switch (input.kind) {
    case 'choicegroup':
    case 'radiogroup':
    case 'checkboxgroup':
      return input.several ? form.getAll(input.id) : (form.get(input.id) ?? undefined);
    case 'choicetext':
      return choiceText(form, input.id, fieldNames(input.choices.flatMap((choice) => choice.body)));
    case 'annotationinput': {
      const options = form.getAll(`${input.id}.option`).map(Number);
      return JSON.stringify({ options, comment: form.get(`${input.id}.comment`) ?? '' });
    }
    case 'drag_and_drop_input': {
      const places = input.draggables.flatMap(({ id }) =>
        form.getAll(`${input.id}.${id}`).map((place) => ({ [id]: placeOf(place) })),
      );
      return JSON.stringify(places.filter((pair) => Object.values(pair)[0] !== ''));
    }
    default:
      return form.get(input.id) ?? undefined;
  }
}

/** A place by its name, or where the author named none, by its coordinates. */
function placeOf(text: string): string | readonly number[] {
  const found = /^\s*\[\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*\]\s*$/.exec(text);
  return found ? [Number(found[1]), Number(found[2])] : text;
}

/** The picked choices by name, and the numbers beside them. */
function choiceText(form: URLSearchParams, id: string, fields: readonly string[]): Record<string, string> {
  const answer: Record<string, string> = {};
  for (const name of form.getAll(id)) answer[name] = name;
  for (const name of fields) answer[name] = form.get(name) ?? '';
  return answer;
}

function fieldNames(nodes: readonly LearnerNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'number-field') return [node.name];
    return node.type === 'element' ? fieldNames(node.children) : [];
  });
}

function inputsOf(nodes: readonly LearnerNode[]): readonly InputNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'input') return [node];
    return node.type === 'element' || node.type === 'question' ? inputsOf(node.children) : [];
  });
}
