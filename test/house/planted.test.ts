import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dependencies } from './checks/dependencies.ts';
import { checks } from './checks/index.ts';
import { readTree, type Trespass } from './checks/tree.ts';
import { planted } from './planted.ts';

const root = mkdtempSync(path.join(tmpdir(), 'mooc-planted-'));
let found: readonly Trespass[];

beforeAll(async () => {
  copyTree(process.cwd(), root);
  for (const { files } of planted) for (const [file, text] of Object.entries(files)) write(file, text);
  const tree = readTree(root);
  found = (await Promise.all(checks.map((check) => check.run(tree)))).flat();
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

it.each(planted)('$rule is refused in $files', ({ rule, files, reportedIn }) => {
  const file = reportedIn ?? Object.keys(files)[0];
  expect(found.filter((trespass) => trespass.rule === rule).map((trespass) => trespass.file)).toContain(file);
});

it('every-module-is-seen: a module that the cruise did not see is named', async () => {
  const tree = readTree(process.cwd());
  const unseen = 'src/never-seen.ts';
  const named = await dependencies.run({ ...tree, sources: [...tree.sources, unseen] });
  expect(named.filter(({ rule }) => rule === 'every-module-is-seen').map(({ file }) => file)).toEqual([unseen]);
});

it('plants a trespass for every rule', () => {
  const proved = new Set([...planted.map(({ rule }) => rule), 'every-module-is-seen']);
  expect(checks.flatMap(({ rules }) => rules).filter((rule) => !proved.has(rule))).toEqual([]);
});

/** What git lists, in a repository of its own, with the same packages. */
function copyTree(from: string, to: string): void {
  for (const file of readTree(from).files) {
    if (/^(src|test|bench|tools)\/|^[^/]+$/.test(file)) cpSync(path.join(from, file), path.join(to, file));
  }
  symlinkSync(path.join(from, 'node_modules'), path.join(to, 'node_modules'));
  writeFileSync(path.join(to, '.gitignore'), `${readFileSync(path.join(to, '.gitignore'), 'utf8')}\nnode_modules\n`);
  execFileSync('git', ['init', '--quiet'], { cwd: to });
}

function write(file: string, text: string): void {
  mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}
