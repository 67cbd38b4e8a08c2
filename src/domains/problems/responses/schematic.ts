import { childElements } from '../../../kernel/xml/index.ts';
import { Refusal } from '../problem-error.ts';
import { pythonText } from '../python-text.ts';
import type { Json } from '../script-runner.ts';
import { resultOf } from '../script-text.ts';
import { type Mark, type ResponseKind, textOf } from './response.ts';

/** A circuit drawn by the learner, as JSON, which the author's Python judges. (Rule 3.13.) */
export const schematic: ResponseKind = {
  inputs: ['schematic'],
  compile(source) {
    const answer = childElements(source.element).find((child) => child.name === 'answer');
    return {
      isJudgedByScript: true,
      grade({ answers }) {
        const submission = source.inputs.map(({ id }) => decoded(id, textOf(answers[id])));
        return {
          type: 'pending',
          job: {
            code: `${source.script}\n${answer ? pythonText(answer) : ''}`,
            seed: source.seed,
            globals: { seed: source.seed, submission, correct: source.inputs.map(() => 'unknown') },
            wanted: ['correct'],
          },
          read: (outcome) => {
            const marks = resultOf(outcome, 'correct');
            const list: readonly Json[] = Array.isArray(marks) ? marks : [];
            return {
              type: 'marks',
              inputs: Object.fromEntries(source.inputs.map(({ id }, at) => [id, markOf(list[at])])),
            };
          },
        };
      },
      shown: () => ({}),
    };
  },
};

function markOf(word: Json | undefined): Mark {
  return word === 'correct' || word === 'partially-correct' ? { correctness: word } : { correctness: 'incorrect' };
}

function decoded(id: string, text: string | null): Json {
  try {
    return JSON.parse(text ?? '') as Json;
  } catch {
    throw new Refusal('internal', `error grading ${id}: the drawing cannot be read`);
  }
}
