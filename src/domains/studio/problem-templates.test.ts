import { expect, it } from 'vitest';
import { childElements, parseXml, walk } from '../../kernel/xml/index.ts';
import {
  type Answers,
  drawProblem,
  gradeProblem,
  markdownFromProblem,
  problemFromMarkdown,
  problemSchema,
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

it('writes nothing that the language of problems does not complete', () => {
  const schema = new Map(problemSchema().map((element) => [element.name, element]));
  for (const { kind, text } of problemTemplates) {
    for (const element of walk(parseXml(kind === 'markdown' ? problemFromMarkdown(text) : text))) {
      const known = schema.get(element.name);
      for (const child of childElements(element)) {
        if (known?.children) expect(known.children, `${child.name} in ${element.name}`).toContain(child.name);
      }
      for (const [name, value] of Object.entries(known ? element.attributes : {})) {
        expect(Object.keys(known!.attributes), `${element.name} ${name}`).toContain(name);
        const isFree = known!.attributes[name]!.every((one) => /[^a-z]/i.test(one));
        if (!isFree) expect(known!.attributes[name], `${element.name} ${name}`).toContain(value);
      }
    }
  }
});
