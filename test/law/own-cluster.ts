import path from 'node:path';
import pg from 'pg';
import type { Purge } from '../../src/domains/ops/index.ts';
import {
  type Address,
  clusterOwner,
  type Database,
  openDatabase,
  prepareDatabase,
  serveLogin,
  startCluster,
} from '../../src/kernel/database/index.ts';
import { tablesAboutPeople } from '../../src/kernel/holdings/index.ts';
import { createSwitchboard } from '../../src/kernel/switchboard.ts';
import { map, migrations } from '../../src/map.ts';
import { aDataFolder } from '../support/built-mooc.ts';
import { testSite } from '../support/test-site.ts';

/** A data folder with a PostgreSQL of its own, whose files a test may look into and whose processes it may kill. */
export interface OwnCluster {
  readonly folder: string;
  readonly owner: Address;
  readonly database: Database;
  readonly purge: Purge;
  asOwner<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

export async function anOwnCluster(settings: Readonly<Record<string, string>> = {}): Promise<OwnCluster> {
  const { folder, remove } = aDataFolder();
  // What a killed process wrote the system keeps; that a power cut would not is nothing that is tried here.
  const cluster = await startCluster(path.join(folder, 'database'), { fsync: 'off', ...settings });
  const owner = { host: cluster.socketFolder, user: clusterOwner, database: 'postgres' };
  await prepareDatabase({ owner, site: testSite, migrations, map, password: null });
  const database = openDatabase({
    address: { ...owner, user: serveLogin(testSite) },
    site: testSite,
    clock: () => new Date(),
    switchboard: createSwitchboard(),
    onEffectFailed: (error) => {
      throw error;
    },
  });
  let client: pg.Client | null = null;
  /** The one that is open, or, when a test killed it, another as soon as the server takes one. */
  const connected = async (): Promise<pg.Client> => {
    if (client) return client;
    const next = new pg.Client(owner);
    next.on('error', () => {});
    next.on('end', () => {
      client = null;
    });
    client = next;
    await next.connect();
    return next;
  };
  return {
    folder,
    owner,
    database,
    purge: { database, owner, isOurs: true, tables: tablesAboutPeople(map), patience_ms: 20_000 },
    asOwner: async <R extends object>(sql: string, values: readonly unknown[] = []) =>
      (await (await connected()).query<R>(sql, values as unknown[])).rows,
    close: async () => {
      await database.close();
      await client?.end();
      await cluster.stop();
      remove();
    },
  };
}
