import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.ts';
import { readConfig, siteFactsOf } from '../config.ts';
import { type ClauseReport, createDocuments, readDocuments } from '../domains/policy/index.ts';
import type { House } from '../house.ts';
import { map } from '../map.ts';
import { policyPost } from './policy-post.ts';

/** The built product in a clone of its own, whose checks may be taken away. */
let clone: string;
let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  clone = mkdtempSync(path.join(tmpdir(), 'mooc-clone-'));
  for (const part of ['package.json', 'policy', 'test/law', 'dist/server'])
    cpSync(part, path.join(clone, part), { recursive: true, filter: (name) => !name.endsWith('.map') });
  symlinkSync(path.resolve('node_modules'), path.join(clone, 'node_modules'));
});
afterAll(async () => {
  rmSync(clone, { recursive: true });
  await database.close();
});

function check(): { readonly code: number; readonly report: ClauseReport } {
  const words = [path.join(clone, 'dist/server/mooc.js'), 'policy', 'check', '--json'];
  try {
    const out = execFileSync(process.execPath, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    return { code: 0, report: JSON.parse(out) };
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return { code: status, report: JSON.parse(stdout) };
  }
}

it('names the checks of every clause, and fails when one is taken away', () => {
  const whole = check();
  expect(whole).toMatchObject({ code: 0, report: { faults: [] } });
  expect(whole.report.clauses.length).toBeGreaterThan(40);
  for (const { id, checks } of whole.report.clauses) expect(checks, id).not.toEqual([]);

  rmSync(path.join(clone, 'test/law/place.test.ts'));
  const { code, report } = check();
  expect(code).toBe(1);
  expect(report.faults).toEqual(expect.arrayContaining(['T1 (What the site is) of terms has no check']));
});

it('shows what a version would change, posts it, and says what stands in its way', async () => {
  const config = readConfig({});
  const documents = createDocuments(database, readDocuments('policy', siteFactsOf(config)));
  const house = async () => ({ database, documents, map }) as unknown as House;
  const draft = path.join(clone, 'draft.md');
  const post = async (text: string, flags: Readonly<Record<string, string | boolean>>) => {
    writeFileSync(draft, text);
    let said = '';
    const out = {
      say: () => {},
      progress: () => {},
      report: <T>(value: T, toText: (value: T) => string) => {
        said = toText(value);
      },
    };
    await policyPost.run({ args: ['honor-code', draft], flags, config, house, out });
    await documents.refresh();
    return said;
  };
  const current = documents.currentDocument('honor-code', new Date()).source;
  const next = `${current.replace('I use one account', 'I use a single account')}\n## I bake {#H7}\n\nBread.\n`;
  const preview = await post(next, { preview: true });
  expect(preview).toContain('I use [-one -]{+a single +}account');
  expect(preview).toContain('No check of the software keeps H7: you do.');
  expect(preview).toContain('Nothing was posted.');
  expect(documents.listVersions('honor-code')).toHaveLength(1);

  expect(await post(next, { from: '2100-01-01T00:00Z' })).toContain('Posted as version 2100-01-01 of honor-code');
  expect(documents.listVersions('honor-code')).toHaveLength(2);
  await expect(post(next, { from: '2100-01-01T00:00Z' })).rejects.toThrow('A version holds from that moment already');
  await expect(post(current, {})).rejects.toThrow('the same as the one that holds now');
  await expect(post(next, { from: '2020-01-01T00:00Z' })).rejects.toThrow('the soonest is');
  await expect(post(next, { from: 'tomorrow' })).rejects.toThrow('--from takes a moment in UTC');
});
