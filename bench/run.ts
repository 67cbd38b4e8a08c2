import { fork } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Answer, Figure } from './support/measure.ts';

/**
 * `npm run bench [NAME…]`: every file here (or those named), one after the other, each in a process of its own. Prints a
 * table and writes it as JSON.
 */
const resultsFile = 'bench/results/latest.json';
const wanted = process.argv.slice(2);
const names = readdirSync('bench')
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}.\n`);
  process.exit(2);
}

const machine = {
  cpus: cpus().length,
  model: cpus()[0]?.model ?? 'unknown',
  memory_bytes: totalmem(),
  node: process.version,
};
console.log(
  `${machine.cpus} x ${machine.model}, ${Math.round(machine.memory_bytes / 2 ** 30)} GiB, Node ${machine.node}\n`,
);

const figures: (Figure & { readonly bench: string })[] = [];
for (const name of names) {
  const answer = await runAlone(`bench/${name}.ts`);
  if (answer.type === 'failed') {
    process.stderr.write(`${name} failed: ${answer.reason}\n`);
    process.exitCode = 1;
    continue;
  }
  printFigures(answer.figures);
  figures.push(...answer.figures.map((figure) => ({ bench: name, ...figure })));
}
mkdirSync('bench/results', { recursive: true });
writeFileSync(resultsFile, `${JSON.stringify({ measured_at: new Date().toISOString(), machine, figures }, null, 2)}\n`);
console.log(`\nWritten to ${resultsFile}.`);

function runAlone(file: string): Promise<Answer> {
  return new Promise((resolve) => {
    const child = fork('bench/support/run-one.ts', [file]);
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('exit', (code, signal) =>
      resolve({ type: 'failed', reason: `it ended with ${signal ?? code} and no answer` }),
    );
  });
}

function printFigures(list: readonly Figure[]): void {
  for (const { name, value, unit, note } of list) {
    const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 100 ? 1 : 0;
    const number = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
    console.log(`${name.padEnd(60)} ${number.padStart(12)} ${unit.padEnd(12)} ${note ?? ''}`.trimEnd());
  }
}
