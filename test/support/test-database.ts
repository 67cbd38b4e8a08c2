import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Clock, systemClock } from '../../src/kernel/clock.ts';
import {
  type Address,
  clusterOwner,
  type Database,
  openDatabase,
  serveLogin,
} from '../../src/kernel/database/index.ts';
import { createSwitchboard, type Switchboard } from '../../src/kernel/switchboard.ts';
import { testSite } from './test-site.ts';

export interface TestDatabase extends Database {
  readonly name: string;
  readonly switchboard: Switchboard;
  /** How to reach it as its owner, for what an operator does. */
  readonly owner: Address;
  /** Any SQL, as the owner: to look behind the curtain, never to stand in for our own verbs. */
  asOwner<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]>;
}

/** A database of its own, cloned from the migrated template, or with nothing in it. Close it in `afterAll`. */
export async function aDatabase(options: { clock?: Clock; isEmpty?: boolean } = {}): Promise<TestDatabase> {
  const host = inject('socketFolder');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runAs(
    { host, user: clusterOwner, database: 'postgres' },
    `create database ${name} template ${options.isEmpty ? 'template0' : 'template'}`,
  );
  const switchboard = createSwitchboard();
  const database = openDatabase({
    address: { host, user: serveLogin(testSite), database: name },
    site: testSite,
    isOurs: true,
    clock: options.clock ?? systemClock,
    switchboard,
    onEffectFailed: (error) => {
      throw error;
    },
  });
  const owner = { host, user: clusterOwner, database: name };
  const client = new pg.Client(owner);
  await client.connect();
  return {
    ...database,
    name,
    switchboard,
    owner,
    asOwner: async <R extends object>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<R>(sql, values as unknown[])).rows,
    close: async () => {
      await database.close();
      await client.end();
      await runAs({ host, user: clusterOwner, database: 'postgres' }, `drop database ${name} with (force)`);
    },
  };
}

async function runAs(address: pg.ClientConfig, sql: string): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
