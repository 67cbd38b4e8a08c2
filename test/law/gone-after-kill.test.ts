// Proves P13.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { erasePerson, listErasures } from '../../src/domains/disclosure/index.ts';
import { appendErasures, purgeErased, scanFolder } from '../../src/domains/ops/index.ts';
import { map } from '../../src/map.ts';
import { createRandom } from '../support/random.ts';
import { type Canary, fillTables } from './fill-tables.ts';
import { anOwnCluster, type OwnCluster } from './own-cluster.ts';

const rounds = 6;
const longest_ms = 1_600;

let place: OwnCluster;
let list: string;
beforeAll(async () => {
  place = await anOwnCluster();
  list = path.join(place.folder, 'erasures.jsonl');
});
afterAll(() => place.close());

it('erases wholly whenever the process, or PostgreSQL at its work, is killed', { timeout: 300_000 }, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const random = createRandom(seed);
  for (let round = 0; round < rounds; round++) {
    const mark = crypto.randomUUID().slice(0, 8);
    const person: Canary = { id: crypto.randomUUID(), email: `kill.${mark}@lake.example`, name: `Killdeer ${mark}` };
    await fillTables(place, map, person);
    await killWhileErasing(person, random(longest_ms), round % 2 === 1);

    // What a house does when it opens; whom the kill left untouched is erased by asking again.
    await untilOpen();
    await place.database.write('rights', (w) => erasePerson(w, map, { personId: person.id }));
    await listErasures(place.database, (notes) => appendErasures(list, notes));
    expect(await purgeErased(place.purge), `round ${round}`).toMatchObject({ type: 'gone', left: [] });
    expect(readFileSync(list, 'utf8'), `round ${round}`).toContain(person.id);
    expect((await scanFolder(place.folder, [person.name, person.email])).hits, `round ${round}`).toEqual([]);
  }
});

async function killWhileErasing(person: Canary, after_ms: number, isServerKilled: boolean): Promise<void> {
  const script = path.resolve('test/support/erasing-process.ts');
  const child = spawn(process.execPath, [script, String(place.owner.host), person.email, list]);
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await Promise.race([pause(after_ms), ended]);
  if (isServerKilled) await killServerAtWork();
  child.kill('SIGKILL');
  await ended;
}

/** The server process that purges or erases: PostgreSQL then throws all out and recovers. */
async function killServerAtWork(): Promise<void> {
  const rows = await place.asOwner<{ pid: number }>(
    "select pid from pg_stat_activity where application_name in ('mooc purge', 'mooc rights') and pid <> pg_backend_pid() order by application_name desc limit 1",
  );
  for (const { pid } of rows) process.kill(pid, 'SIGKILL');
}

async function untilOpen(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    try {
      await place.asOwner('select 1');
      await place.database.write('rights', async () => {});
      return;
    } catch {
      await pause(50);
    }
  }
  throw new Error('PostgreSQL did not recover');
}
