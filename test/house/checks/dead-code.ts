import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Check, Tree, Trespass } from './tree.ts';

const knip = path.join(path.dirname(createRequire(import.meta.url).resolve('knip')), '..', 'bin', 'knip.js');

/** What knip calls it -> our rule. */
const rules: Readonly<Record<string, string>> = {
  files: 'no-orphan-file',
  exports: 'no-unused-export',
  types: 'no-unused-export',
  nsExports: 'no-unused-export',
  nsTypes: 'no-unused-export',
  duplicates: 'no-unused-export',
  dependencies: 'no-unused-package',
  devDependencies: 'no-unused-package',
  unlisted: 'package-is-listed',
};

type Issue = { readonly file: string } & Readonly<Record<string, readonly { readonly name?: string }[]>>;

/** Code and packages that nothing uses, found by knip from the entries in `knip.json`. */
export const deadCode: Check = {
  rules: [...new Set(Object.values(rules))],
  async run(tree) {
    const parameters = [knip, '--no-progress', '--no-config-hints', '--no-exit-code', '--reporter', 'json'];
    const { issues } = JSON.parse(
      await run(process.execPath, [...parameters, '--include', Object.keys(rules).join(',')], tree.root),
    ) as {
      issues: readonly Issue[];
    };
    return [
      ...issues.flatMap((issue) => Object.entries(rules).flatMap(([kind, rule]) => trespasses(issue, kind, rule))),
      ...idleExceptions(tree),
    ];
  },
};

/** What knip can't see it is told to leave; then some file names it, or the decision on our parts says why it is there. */
function idleExceptions(tree: Tree): Trespass[] {
  const { ignoreDependencies } = JSON.parse(tree.read('knip.json')) as { ignoreDependencies: readonly string[] };
  const files = tree.files.filter((file) => /\.(css|mjs|ts)$|^decisions\//.test(file));
  const isNamed = (name: string) => files.some((file) => new RegExp(`['"/\`]${name}['"/\`]`).test(tree.read(file)));
  return ignoreDependencies
    .filter((name) => !isNamed(name))
    .map((name) => ({ rule: 'no-unused-package', file: 'knip.json', what: `${name} is named nowhere` }));
}

function trespasses(issue: Issue, kind: string, rule: string): Trespass[] {
  return (issue[kind] ?? []).map((found) => ({
    rule,
    file: issue.file,
    what: `${found.name ?? JSON.stringify(found)} is unused or unlisted`,
  }));
}

/** Its answer, or what it said when it gave none. */
function run(program: string, parameters: readonly string[], folder: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(program, parameters, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error || !stdout) reject(new Error(`knip gave no answer: ${stderr || error?.message}`));
      else resolve(stdout);
    });
  });
}
