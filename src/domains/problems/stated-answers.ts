import { childElements } from '../../kernel/xml/index.ts';
import { answersOf } from './answers-of.ts';
import type { Answer, ShownAnswer } from './grading.ts';
import type { Problem } from './problem.ts';

type Response = Problem['responses'][number];
type Input = Response['inputs'][number];

/** The answers that a problem states for itself, as a learner would send them, by input id; null where it leaves one open. */
export function statedAnswers(problem: Problem): Record<string, Answer> | null {
  const shown = answersOf(problem).inputs;
  const answers: Record<string, Answer> = {};
  for (const response of problem.responses) {
    for (const input of response.inputs) {
      const stated = shown[input.id];
      const answer =
        response.element.name === 'choicetextresponse'
          ? choiceWithNumbers(shown, input)
          : stated === undefined
            ? null
            : toSend(response, input, stated);
      if (answer === null) return null;
      answers[input.id] = answer;
    }
  }
  return Object.keys(answers).length > 0 ? answers : null;
}

/** The picked choices and the numbers in them. */
function choiceWithNumbers(shown: Readonly<Record<string, ShownAnswer>>, { id }: Input): Answer {
  const picked = shown[id];
  const names = Array.isArray(picked) ? (picked as readonly string[]) : [];
  const numbers = Object.entries(shown).filter(([name]) => name.startsWith(`${id}_choiceinput_`));
  return Object.fromEntries([...names.map((name) => [name, '']), ...numbers]) as Readonly<Record<string, string>>;
}

function toSend({ element }: Response, input: Input, stated: ShownAnswer): Answer | null {
  if (Array.isArray(stated)) return input.element.name === 'choicegroup' ? (stated[0] ?? null) : stated;
  if (typeof stated === 'object') return middleOf('rectangle' in stated ? (stated.rectangle ?? '') : '');
  if (stated === '') return null;
  if (element.name === 'annotationresponse') return annotation(input);
  if (element.name === 'stringresponse' && /regexp/.test(element.attributes.type ?? '')) return plainPattern(stated);
  if (element.name !== 'optionresponse' && element.name !== 'customresponse') return firstNumber(stated);
  return stated;
}

/** "a <b>or</b> b" names two; a range is met in its middle. */
function firstNumber(stated: string): string {
  const first = stated.split(' <b>or</b> ')[0]!;
  const range = /^[[(](.*), (.*)[\])]$/.exec(first);
  return range ? `((${range[1]})+(${range[2]}))/2` : first;
}

/** A pattern states an answer only where it is one. */
function plainPattern(stated: string): string | null {
  const first = stated.split(' <b>or</b> ')[0]!;
  return /[\\^$.|?*+()[\]{}]/.test(first) ? null : first;
}

function middleOf(rectangle: string): string | null {
  const [x1, y1, x2, y2] = (rectangle.match(/\d+/g) ?? []).map(Number);
  if (y2 === undefined) return null;
  return `[${Math.floor((x1! + x2!) / 2)},${Math.floor((y1! + y2) / 2)}]`;
}

function annotation({ element }: Input): string {
  const group = childElements(element).find((child) => child.name === 'options')!;
  const right = childElements(group).findIndex((option) => option.attributes.choice === 'correct');
  return JSON.stringify({ options: [right] });
}
