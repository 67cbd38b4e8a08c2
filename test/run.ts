import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What `npm test` runs: types, lint, house rules, units, the database, journeys; one line at the end says how it went. */
interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: readonly string[];
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const folder = mkdtempSync(path.join(tmpdir(), 'mooc-report-'));
const counts = [
  ...(await Promise.all([
    tool('types', ['node_modules/ts7/bin/tsc', '--noEmit']),
    tool('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=200']),
  ])),
  await vitest('units', 'house'),
  await vitest('journeys'),
];
rmSync(folder, { recursive: true });

const skipped = counts.flatMap((count) => count.skipped);
for (const name of skipped) console.log(`skipped: ${name}`);
const failed = sum(counts.map((count) => count.failed));
console.log(
  `${sum(counts.map((count) => count.passed))} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ''}`,
);
process.exitCode = failed === 0 ? 0 : 1;

/** A tool that says yes or no: one test. What it says is shown when it is no. */
async function tool(name: string, parameters: readonly string[]): Promise<Count> {
  const { code, said } = await runNode(parameters, 'keep');
  if (code !== 0) console.log(said);
  console.log(`${name}: ${code === 0 ? 'passed' : 'failed'}`);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [] };
}

async function vitest(...projects: readonly string[]): Promise<Count> {
  const report = path.join(folder, `${projects.join('-')}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters], 'show');
  const count = countReport(report);
  // Something broke outside of any test.
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function countReport(file: string): Count {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { passed: 0, failed: 1, skipped: [] };
  }
  const results = report.testResults.flatMap(({ name, status, assertionResults }) =>
    // A file that could not even be loaded holds no tests, and is one that failed.
    status === 'failed' && !assertionResults.some((result) => result.status === 'failed')
      ? [{ status, fullName: name }, ...assertionResults]
      : assertionResults,
  );
  const of = (...statuses: readonly string[]) => results.filter(({ status }) => statuses.includes(status));
  return {
    passed: of('passed').length,
    failed: of('failed').length,
    skipped: of('skipped', 'pending', 'todo').map(({ fullName }) => fullName),
  };
}

function runNode(parameters: readonly string[], output: 'show' | 'keep'): Promise<{ code: number; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parameters, {
      stdio: ['ignore', output === 'show' ? 'inherit' : 'pipe', output === 'show' ? 'inherit' : 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, said }));
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
