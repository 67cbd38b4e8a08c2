import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScriptPool } from '../src/domains/learning/index.ts';
import {
  drawProblem,
  gradeWithScripts,
  readProblem,
  type ScriptRunner,
  scriptJob,
} from '../src/domains/problems/index.ts';
import type { Figure } from './support/measure.ts';

const problem = `<problem>
  <script type="loncapa/python">
import random
a = random.randint(2, 99)
b = random.randint(2, 99)
def check(expect, ans):
    return {'ok': int(ans) == a * b, 'msg': ''}
  </script>
  <customresponse cfn="check"><label>What is $a times $b?</label><textline/></customresponse>
</problem>`;

/** A course that nobody asked yet: its script, run once. */
async function firstRun(runner: ScriptRunner): Promise<number> {
  const started = performance.now();
  const outcome = await runner({ code: 'x = random.random()', seed: 1, globals: {}, wanted: null });
  if (outcome.type !== 'ran') throw new Error(outcome.message);
  return performance.now() - started;
}

async function draw(runner: ScriptRunner, seed: number) {
  const source = readProblem(problem);
  if (source.type === 'broken') throw new Error(source.because);
  const job = scriptJob(source, seed)!;
  const drawn = drawProblem(source, seed, await runner(job));
  if (drawn.type === 'broken') throw new Error(drawn.because);
  return drawn;
}

/** The median of the time that one call takes. */
async function median(times: number, call: (i: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const started = performance.now();
    await call(i);
    taken.push(performance.now() - started);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)]!;
}

/** Problems with Python: the wait of the first learner, and of all others. */
export async function benchPythonProblems(): Promise<Figure[]> {
  const snapshotFolder = await mkdtemp(join(tmpdir(), 'mooc-bench-'));
  const courseOf = (version: string) => ({ version, library: () => Promise.resolve(null) });
  const first = createScriptPool({ snapshotFolder });
  const cold = await firstRun(first.runnerFor(courseOf('a')));
  await first.close();

  const pool = createScriptPool({ snapshotFolder });
  const afterRestart = await firstRun(pool.runnerFor(courseOf('a')));
  const runner = pool.runnerFor(courseOf('b'));
  const nextCourse = await firstRun(runner);
  const drawing = await median(300, (seed) => draw(runner, seed));
  const cached = await median(300, (seed) => draw(runner, seed));
  const drawn = await draw(runner, 1);
  const grading = await median(300, async (i) => {
    const grading = await gradeWithScripts(drawn, { '2_1': String(i) }, runner);
    if (grading.type === 'refused') throw new Error(grading.message);
  });
  await pool.close();
  await rm(snapshotFolder, { recursive: true });

  return [
    { name: 'first Python problem ever on this server', value: cold, unit: 'ms' },
    { name: 'first Python problem after a restart', value: afterRestart, unit: 'ms' },
    { name: 'first Python problem of another course', value: nextCourse, unit: 'ms' },
    { name: 'drawing a Python problem for a new seed', value: drawing, unit: 'ms' },
    { name: 'drawing it again for a seed that was drawn', value: cached, unit: 'ms' },
    { name: 'grading an answer with Python', value: grading, unit: 'ms' },
  ];
}
