import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { grade } from './grade.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'mooc-grade-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}
const problem = file(
  'problem.xml',
  '<problem><numericalresponse answer="4"><textline/></numericalresponse><choiceresponse><checkboxgroup><choice correct="true">a</choice></checkboxgroup></choiceresponse></problem>',
);

async function run(args: readonly string[], flags: Record<string, string | boolean>): Promise<unknown> {
  let reported: unknown;
  await grade.run({
    args,
    flags,
    config: readConfig({ MOOC_DATA: folder }),
    house: () => Promise.reject(new Error('grading needs no house')),
    out: {
      say: () => undefined,
      report: (value) => {
        reported = value;
      },
      progress: () => undefined,
    },
  });
  return reported;
}

it('grades answers to a problem, numbers of JSON too', async () => {
  const answers = file('answers.json', '{"2_1": 4, "3_1": ["choice_0"]}');
  expect(await run([problem], { answers, seed: '3' })).toMatchObject({ type: 'graded', score: 2, max: 2 });
  expect(await run([file('no.xml', '<problem>')], { answers })).toMatchObject({ type: 'broken', line: 1 });
});

it('says what is wrong with its files and flags', async () => {
  const answers = file('answers.json', '{"2_1": "4"}');
  await expect(run(['nowhere.xml'], { answers })).rejects.toThrow("nowhere.xml can't be read");
  for (const text of ['{bad', '[1]', '{"2_1": null}', '{"2_1": {"a": []}}']) {
    await expect(run([problem], { answers: file('bad.json', text) })).rejects.toThrow(/bad\.json is not a JSON object/);
  }
  await expect(run([problem], { answers, seed: '-3' })).rejects.toThrow('--seed must be a whole number');
  await expect(run([problem], {})).rejects.toThrow('name one problem file');
});

it('counts lines of a vector file that are none as failed', async () => {
  const lines = [
    '{bad',
    '{"id":"a","problem":"<problem><stringresponse answer=\\"x\\"><textline/></stringresponse></problem>","seed":1,"answers":{"2_1":"x"},"expected":{"score":1,"max":1}}',
  ];
  expect(await run([], { vectors: file('v.jsonl', lines.join('\n')) })).toMatchObject({
    passed: 1,
    failed: 1,
    differences: [{ id: 'line 1', got: 'this line is no JSON object' }],
  });
});
