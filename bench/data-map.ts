import pg from 'pg';
import { systemClock } from '../src/kernel/clock.ts';
import { clusterOwner, openDatabase, serveLogin } from '../src/kernel/database/index.ts';
import { checkJson } from '../src/kernel/holdings/index.ts';
import { createSwitchboard } from '../src/kernel/switchboard.ts';
import { map } from '../src/map.ts';
import { answerEach } from './support/answer-forms.ts';
import { addLearners, type BenchSite, openBenchSite } from './support/bench-site.ts';
import type { Figure } from './support/measure.ts';

const rounds = 7;
const reads = { times: 4_000, at_once: 8 };
/** One at a time: they meet on one row. */
const writes = { times: 1_000, at_once: 1 };
const connections = 12;

type Load = { readonly times: number; readonly at_once: number };
type Run = (
  statement: { readonly name: string; readonly text: string },
  values: readonly unknown[],
) => Promise<unknown>;

/** What a page reads of a learner: joins over four tables. */
const page = {
  name: 'page',
  text: `select p.id, p.name, e.is_active, s.state, c.completed_at
    from person p join enrolment e on e.person_id = p.id
    left join block_state s on s.person_id = p.id and s.course_key = e.course_key
    left join completion c on c.person_id = p.id and c.course_key = e.course_key and c.block_id = s.block_id
    where p.id = $1`,
};
/** What an answer writes. */
const write = {
  name: 'write',
  text: 'update block_state set state = $2, changed_at = now() where person_id = $1 and block_id = $3',
};

/**
 * What the data map costs: reading as the role of a purpose, with grants on columns, against the owner who may all; and
 * writing JSON that is held against its declaration, against JSON as it comes. In turns, on one database; ratios of medians.
 */
export async function benchDataMap(): Promise<Figure[]> {
  const site = await openBenchSite();
  try {
    const [learner] = await addLearners(site, 1);
    await answerEach(site, learner!.cookie);
    return await measure(site, learner!.personId);
  } finally {
    await site.close();
  }
}

async function measure(site: BenchSite, personId: string): Promise<Figure[]> {
  const host = site.socketFolder;
  const house = openDatabase({
    address: { host, user: serveLogin('main'), database: 'postgres' },
    site: 'main',
    clock: systemClock,
    switchboard: createSwitchboard(),
    onEffectFailed: (error) => console.error(error),
  });
  const owner = new pg.Pool({ host, user: clusterOwner, database: 'postgres', max: connections });
  const { rows } = await owner.query('select state, block_id from block_state where person_id = $1 limit 1', [
    personId,
  ]);
  const { state, block_id } = rows[0] as { state: object; block_id: string };
  const column = map.block_state!.columns.state!;
  const byMap: Run = (statement, values) => house.read('provide').connection.named(statement, values);
  const without: Run = (statement, values) => owner.query({ ...statement, values: [...values] });
  const reading = await ratioOf(
    reads,
    () => byMap(page, [personId]),
    () => without(page, [personId]),
  );
  const writing = await ratioOf(
    writes,
    () => without(write, [personId, checkJson('block_state.state', column, state), block_id]),
    () => without(write, [personId, JSON.stringify(state), block_id]),
  );
  await owner.end();
  await house.close();
  return [
    { name: 'a page’s statement by the map: of the time without', value: reading * 100, unit: '%' },
    { name: 'a write held against the map: of the time without', value: writing * 100, unit: '%' },
  ];
}

/** The median of one against the median of the other, taken in turns. */
async function ratioOf(load: Load, one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<number> {
  const [ones, others]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ones.push(await timeOf(load, one));
    others.push(await timeOf(load, other));
  }
  return median(ones) / median(others);
}

async function timeOf({ times, at_once }: Load, work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const worker = async () => {
    for (let done = 0; done < times / at_once; done++) await work();
  };
  await Promise.all(Array.from({ length: at_once }, worker));
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
