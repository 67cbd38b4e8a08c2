import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { answerEach } from './support/answer-forms.ts';
import { addLearners, type BenchLearner, type BenchSite, openBenchSite } from './support/bench-site.ts';
import { runLoad } from './support/load.ts';
import type { Figure } from './support/measure.ts';
import { runSteadyLoad } from './support/steady-load.ts';

const learners_count = 1_000;
const seconds = 8;

/**
 * The page of a unit as signed-in learners see it, each with their own answers: session, enrolment, access,
 * acknowledgement, purpose role and the visit's event included. Beside it node:http with the same bytes.
 */
export async function benchUnitPage(): Promise<Figure[]> {
  const site = await openBenchSite();
  const folder = mkdtempSync(path.join(tmpdir(), 'mooc-bench-page-'));
  try {
    const learners = await addLearners(site, learners_count);
    const page = await giveState(site, learners);
    const file = path.join(folder, 'page.html');
    writeFileSync(file, page);
    const requests = learners.map(({ cookie }) => ({ path: site.unitPath, headers: { cookie } }));
    const { address } = site;
    await runLoad({ name: 'warming up', address, requests, connections: 8, seconds: 3 });
    const figures: Figure[] = [{ name: 'unit page: size', value: page.length / 1000, unit: 'kB' }];
    for (const connections of [1, 8, 32]) {
      figures.push(...(await runLoad({ name: 'unit page', address, requests, connections, seconds })));
      const bare = (socket?: string) => withBareServer(file, socket, connections);
      figures.push(...(await bare()), ...(await bare(site.socketFolder)));
    }
    figures.push(
      ...(await runSteadyLoad({
        name: 'unit page at a steady 1,000 a second',
        address,
        requests,
        connections: 32,
        seconds,
        rate_per_second: 1_000,
      })),
    );
    figures.push({ name: 'unit page: memory with the database', value: site.memory_bytes() / 2 ** 20, unit: 'MiB' });
    return figures;
  } finally {
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One learner answers the unit's problems; the others get the same work. Gives the page as it is then. */
async function giveState(site: BenchSite, learners: readonly BenchLearner[]): Promise<Buffer> {
  const [first, ...others] = learners;
  await answerEach(site, first!.cookie);
  const ids = others.map(({ personId }) => personId);
  for (const [table, columns] of [
    ['block_state', 'course_key, block_id, state, changed_at'],
    ['completion', 'course_key, block_id, completed_at'],
    ['course_position', 'course_key, block_id, reached_at'],
  ]) {
    await site.database.query(
      `insert into ${table} (person_id, ${columns}) select person, ${columns}
       from ${table}, unnest($2::uuid[]) as person where person_id = $1`,
      [first!.personId, ids],
    );
  }
  await site.database.query('analyze');
  const answer = await fetch(site.address + site.unitPath, { headers: { cookie: first!.cookie } });
  return Buffer.from(await answer.arrayBuffer());
}

async function withBareServer(file: string, socket: string | undefined, connections: number): Promise<Figure[]> {
  const child = fork('bench/support/bare-server.ts', socket ? [file, socket] : [file]);
  try {
    const port = await new Promise<number>((resolve, reject) => {
      child.once('message', (value) => resolve(value as number));
      child.once('exit', () => reject(new Error('the bare server did not start')));
    });
    const name = socket ? 'node:http, the same bytes and one statement' : 'node:http, the same bytes';
    return await runLoad({
      name,
      address: `http://127.0.0.1:${port}`,
      requests: [{ path: '/' }],
      connections,
      seconds: 4,
    });
  } finally {
    child.kill();
  }
}
