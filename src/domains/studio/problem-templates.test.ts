import { expect, it } from 'vitest';
import {
  type Answers,
  drawProblem,
  gradeProblem,
  markdownFromProblem,
  problemFromMarkdown,
  readProblem,
} from '../problems/index.ts';
import { problemTemplates } from './problem-templates.ts';

/** Right answers to the templates that are judged without Python. */
const right: Readonly<Record<string, Answers[string]>> = {
  choice: 'choice_0',
  checkboxes: ['choice_0', 'choice_1'],
  dropdown: 'Black Sea',
  number: '1500',
  text: 'the nile',
  formula: 'R_1*R_2/(R_1+R_2)',
};

it.each(problemTemplates)('$key can be drawn, and takes its right answer', ({ key, kind, text }) => {
  const xml = kind === 'markdown' ? problemFromMarkdown(text) : text;
  if (kind === 'markdown') expect(markdownFromProblem(xml)).not.toBeNull();
  const source = readProblem(xml);
  if (source.type === 'broken') throw new Error(source.because);
  if (source.script !== '') return;
  const problem = drawProblem(source, 1);
  if (problem.type === 'broken') throw new Error(problem.because);
  const answer = right[key];
  if (answer === undefined) return;
  const graded = gradeProblem(problem, { '2_1': answer });
  expect(graded).toMatchObject({ type: 'graded', score: 1, max: 1 });
  expect(gradeProblem(problem, { '2_1': key === 'checkboxes' ? ['choice_2'] : '0' })).toMatchObject({ score: 0 });
});
