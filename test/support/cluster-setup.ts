import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { clusterOwner, prepareDatabase, startCluster } from '../../src/kernel/database/index.ts';
import { map, migrations } from '../../src/map.ts';
import { aDataFolder } from './built-mooc.ts';
import { testSite } from './test-site.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    socketFolder: string;
  }
}

/** One PostgreSQL for the whole run, with a migrated database that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { folder, remove } = aDataFolder();
  const cluster = await startCluster(path.join(folder, 'database'));
  const owner = { host: cluster.socketFolder, user: clusterOwner };
  const client = new pg.Client({ ...owner, database: 'postgres' });
  await client.connect();
  await client.query('create database template');
  await client.end();
  await prepareDatabase({ owner: { ...owner, database: 'template' }, site: testSite, migrations, map, password: null });
  project.provide('socketFolder', cluster.socketFolder);
  return async () => {
    await cluster.stop();
    remove();
  };
}
