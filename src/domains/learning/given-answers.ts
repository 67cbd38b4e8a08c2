import type { Answer, Answers, Problem } from '../problems/index.ts';
import type { StoredAnswers } from './block-state.ts';

/** Far above any real answer: what is longer is cut before it is stored. */
const longest_chars = 20_000;
const most_values = 500;

/** What belongs to the problem's inputs, at a bounded size; the rest of what was sent is dropped. */
export function givenAnswers(problem: Problem, sent: Answers): StoredAnswers {
  const given: StoredAnswers = {};
  for (const { inputs } of problem.responses) {
    for (const { id } of inputs) {
      const answer = Object.hasOwn(sent, id) ? sent[id] : undefined;
      if (answer !== undefined) given[id] = bounded(answer);
    }
  }
  return given;
}

function bounded(answer: Answer): StoredAnswers[string] {
  if (typeof answer === 'string') return answer.slice(0, longest_chars);
  if (Array.isArray(answer)) return answer.slice(0, most_values).map((text: string) => text.slice(0, longest_chars));
  const entries = Object.entries(answer).slice(0, most_values);
  return Object.fromEntries(entries.map(([name, text]) => [name, text.slice(0, longest_chars)]));
}
