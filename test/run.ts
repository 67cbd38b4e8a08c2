import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Count, countReport, describeFailure, type Report } from './support/count-report.ts';

/** What `npm test` runs: types, lint, house rules, units, the database, journeys; one line at the end says how it went. */
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
for (const failure of counts.flatMap((count) => count.failures)) console.log(`failed: ${failure}`);
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
  return code === 0
    ? { passed: 1, failed: 0, skipped: [], failures: [] }
    : { passed: 0, failed: 1, skipped: [], failures: [describeFailure(name, said)] };
}

async function vitest(...projects: readonly string[]): Promise<Count> {
  const report = path.join(folder, `${projects.join('-')}.json`);
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters], 'show');
  if (!existsSync(report))
    return { passed: 0, failed: 1, skipped: [], failures: [`${projects.join(', ')}: no report`] };
  return countReport(JSON.parse(readFileSync(report, 'utf8')) as Report, code);
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
