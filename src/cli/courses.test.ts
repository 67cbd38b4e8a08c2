import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { createFolderStore } from '../domains/assets/index.ts';
import { createVersionCache } from '../domains/courses/index.ts';
import { aCourse, writeCourseFolder } from '../domains/exchange/testing.ts';
import type { House } from '../house.ts';
import { check } from './check.ts';
import { type Command, type CommandCall, UsageError } from './command.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';

let database: TestDatabase;
let folder: string;
let source: string;
beforeAll(async () => {
  database = await aDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-courses-'));
  const units = { u: '<problem url_name="p"/><video url_name="gone"/>' };
  const files = { 'problem/p.xml': '<problem><script>x = 1</script><numericalresponse answer="$x"/></problem>' };
  source = writeCourseFolder(path.join(folder, 'source'), aCourse({ units, files }));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

interface Reported {
  readonly value: unknown;
  readonly text: string;
}

/** Runs a command; without `isHoused` one that asks for the house fails. */
async function run(
  command: Command,
  args: readonly string[],
  flags: CommandCall['flags'] = {},
  isHoused = true,
): Promise<Reported> {
  const reports: Reported[] = [];
  const files = createFolderStore(path.join(folder, 'files'));
  await command.run({
    args,
    flags,
    config: {} as CommandCall['config'],
    house: async () => {
      if (!isHoused) throw new Error('this command needs no database');
      return {
        database,
        files,
        versions: createVersionCache(),
        learning: { runnerFor: () => null },
      } as unknown as House;
    },
    out: { say: () => {}, report: (value, toText) => reports.push({ value, text: toText(value) }), progress: () => {} },
  });
  return reports[0]!;
}

it('checks a course without a database', async () => {
  const { value, text } = await run(check, [source], {}, false);
  expect(value).toMatchObject({
    key: 'course-v1:LakeU+Rivers+2031',
    title: 'Rivers and Lakes',
    counts: { byTag: { problem: 1, vertical: 1 }, byResponse: { numericalresponse: 1 }, withPython: 1 },
    findings: [{ level: 'error', code: 'missing-block', file: 'vertical/u.xml', line: 1 }],
  });
  expect(text).toContain('error: vertical/u.xml:1: This points to video/gone.xml, which is not there.');
});

it('imports under another key, publishes, and exports again', async () => {
  const { value, text } = await run(importCommand, [source], { org: 'OtherU', publish: true });
  expect(value).toMatchObject({ courseKey: 'course-v1:OtherU+Rivers+2031', isNew: true, isPublished: true });
  expect(text).toMatch(/^Imported course-v1:OtherU\+Rivers\+2031 \(Rivers and Lakes\), published\./);
  const target = path.join(folder, 'out');
  expect((await run(exportCommand, ['course-v1:OtherU+Rivers+2031', target])).text).toContain('7 files');
  expect(readFileSync(path.join(target, 'course.xml'), 'utf8')).toBe(
    '<course url_name="2031" org="OtherU" course="Rivers"/>\n',
  );
  expect((await run(importCommand, [target])).value).toMatchObject({ isNew: false, isPublished: false });
});

it('pulls a course, says what was edited in the folder, and pushes it only when told to', async () => {
  const key = 'course-v1:PushU+Rivers+2031';
  await run(importCommand, [source], { org: 'PushU', publish: true });
  const target = path.join(folder, 'pulled');
  expect((await run(pull, [key, target])).text).toMatch(/^Pulled .* at version 1 to .*: mooc push /);
  expect((await run(push, [target], { yes: true })).text).toBe(`Nothing changed: the folder is as ${key} is.`);
  writeFileSync(path.join(target, 'problem/p.xml'), '<problem>\n<p>How deep?</p>\n</problem>\n');
  const told = (await run(push, [target])).text;
  expect(told).toMatch(/^1 block:\n {2}changed problem “Problem” in One › Subsection › Unit\n {4}- /);
  expect(told).toContain('\n    + <p>How deep?</p>\n');
  expect(told).toContain('The check: 1 error and 0 warnings in 6 blocks');
  expect(told).toContain('with --yes');
  const pushed = await run(push, [target], { yes: true, publish: true, message: 'Deeper' });
  expect(pushed.value).toMatchObject({ type: 'pushed', version: 2, isPublished: true });
  expect((await run(check, [key])).text).toMatch(/The check: [\s\S]*error: One › Subsection › Unit › video/);
  await run(importCommand, [source], { org: 'PushU' });
  await expect(run(push, [target], { yes: true })).rejects.toThrow(/Pull the course again/);
});

it('is told how it is used when it is called wrongly', async () => {
  for (const [command, args] of [
    [check, []],
    [importCommand, ['a', 'b']],
    [exportCommand, ['a']],
    [pull, ['a']],
    [push, []],
  ] as const) {
    await expect(run(command, args)).rejects.toThrow(UsageError);
  }
});
