import pg from 'pg';
import { clusterOwner } from '../../src/kernel/database/index.ts';
import type { BenchSite } from './bench-site.ts';
import type { Figure } from './measure.ts';

/** As much as a database can do of the least: rows put in one by one, each committed, by so many connections at once. */
export async function benchSingleRowCommits(site: BenchSite, connections: number, seconds: number): Promise<Figure> {
  await site.database.query(
    'create table if not exists bench_row (id bigserial primary key, at timestamptz, text text)',
  );
  const clients = Array.from(
    { length: connections },
    () => new pg.Client({ host: site.socketFolder, user: clusterOwner, database: 'postgres' }),
  );
  await Promise.all(clients.map((client) => client.connect()));
  const ends = performance.now() + seconds * 1000;
  let commits = 0;
  await Promise.all(
    clients.map(async (client) => {
      for (; performance.now() < ends; commits++) {
        await client.query({ name: 'put', text: 'insert into bench_row (at, text) values (now(), $1)', values: ['x'] });
      }
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  const name = `single rows committed on the same database, ${connections} at once`;
  return { name, value: commits / seconds, unit: 'commits/s' };
}
