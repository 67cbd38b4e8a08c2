import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addLearners, type BenchLearner, type BenchSite, openBenchSite } from './support/bench-site.ts';
import type { Figure } from './support/measure.ts';
import { runSteadyLoad } from './support/steady-load.ts';

const events = 1_000_000;
const rate_per_second = 200;

/** A learner with a million events takes a copy of everything, then is erased, while others go on reading. */
export async function benchErasure(): Promise<Figure[]> {
  const site = await openBenchSite();
  try {
    const [leaving, ...others] = await addLearners(site, 101);
    await addEvents(site, leaving!, events);
    const exported = await takeCopy(site);
    await readAsOthers(site, others, 3);
    const before = await readAsOthers(site, others, 30);
    const [erased, meanwhile] = await eraseWhileOthersRead(site, leaving!, others);
    return [
      { name: 'copy of a million events', value: exported.seconds, unit: 's' },
      { name: 'copy of a million events: memory of the command', value: exported.most_bytes / 2 ** 20, unit: 'MiB' },
      { name: 'erasing a million events: inaccessible after', value: erased.inaccessible_s, unit: 's' },
      { name: 'erasing a million events: gone from bytes after', value: erased.gone_s, unit: 's' },
      { name: "others' pages before: 99th percentile", value: before, unit: 'ms' },
      { name: "others' pages meanwhile: 99th percentile", value: meanwhile, unit: 'ms' },
    ];
  } finally {
    await site.close();
  }
}

async function addEvents(site: BenchSite, { personId }: BenchLearner, count: number): Promise<void> {
  await site.database.query(
    `insert into event (id, at, type, person_id, course_key, data)
     select gen_random_uuid(), now() - n * interval '30 seconds', 'page.visited', $1, $2, '{"page": "unit"}'
     from generate_series(1, $3::int) n`,
    [personId, site.courseKey, count],
  );
  await site.database.query('analyze event');
}

async function takeCopy(site: BenchSite): Promise<{ seconds: number; most_bytes: number }> {
  const file = path.join(site.folder, '..', `${path.basename(site.folder)}-copy.json`);
  const begun = performance.now();
  const child = mooc(site, ['person', 'export', emailOf(1), '--json', '--to', file]);
  let most_bytes = 0;
  const watch = setInterval(() => {
    most_bytes = Math.max(most_bytes, peakOf(child.pid!));
  }, 100);
  await endOf(child);
  clearInterval(watch);
  rmSync(file);
  return { seconds: (performance.now() - begun) / 1000, most_bytes };
}

async function eraseWhileOthersRead(
  site: BenchSite,
  leaving: BenchLearner,
  others: readonly BenchLearner[],
): Promise<[{ inaccessible_s: number; gone_s: number }, number]> {
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1000;
  const reading = readAsOthers(site, others, 10);
  const erasing = endOf(mooc(site, ['person', 'erase', emailOf(1)])).then(seconds);
  const inaccessible_s = await untilRefused(site, leaving).then(seconds);
  return [{ inaccessible_s, gone_s: await erasing }, await reading];
}

async function readAsOthers(site: BenchSite, others: readonly BenchLearner[], seconds: number): Promise<number> {
  const requests = others.map(({ cookie }) => ({ path: site.unitPath, headers: { cookie } }));
  const { address } = site;
  const load = { name: 'others', address, requests, connections: 8, seconds, rate_per_second };
  return (await runSteadyLoad(load))[1]!.value;
}

async function untilRefused(site: BenchSite, { cookie }: BenchLearner): Promise<void> {
  for (;;) {
    const answer = await fetch(site.address + site.unitPath, { headers: { cookie }, redirect: 'manual' });
    await answer.arrayBuffer();
    if (answer.status !== 200) return;
    await pause(20);
  }
}

/** The address that `addLearners` gives the learner of that number. */
function emailOf(number: number): string {
  return `bench${number}@example.org`;
}

function mooc(site: BenchSite, parameters: readonly string[]): ChildProcess {
  const environment = { ...process.env, MOOC_DATA: site.folder };
  return spawn(process.execPath, ['dist/server/mooc.js', ...parameters], {
    env: environment,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`the command ended with ${code}`))));
  });
}

/** The most memory that a process has had. Linux only. */
function peakOf(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
