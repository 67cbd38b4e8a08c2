import path from 'node:path';
import type { Config } from './config.ts';
import { findLiveHolder, lockDataFolder } from './kernel/data-folder.ts';
import {
  type Address,
  clusterOwner,
  serveLogin,
  servePassword,
  socketFolderOf,
  startCluster,
} from './kernel/database/index.ts';
import { OperatorError } from './kernel/errors.ts';

/** A PostgreSQL to stand on: who migrates, who serves, and how to leave it. */
export interface Ground {
  readonly owner: Address;
  readonly serve: Address;
  readonly password: string | null;
  leave(): Promise<void>;
}

/** `alone` is the site itself, which owns the data folder; `beside` is a command, which may share it with a running site. */
export type Standing = 'alone' | 'beside';

/** Reaches the database that the configuration names, starting the embedded one where nobody has. */
export async function openGround(config: Config, as: Standing): Promise<Ground> {
  return config.databaseUrl ? externalGround(config, config.databaseUrl) : embeddedGround(config, as);
}

function externalGround(config: Config, url: string): Ground {
  if (!URL.canParse(url)) {
    throw new OperatorError(
      'DATABASE_URL is no address: it should look like postgres://user:password@host:5432/database.',
    );
  }
  const serve = new URL(url);
  const password = servePassword(config.siteKey, serve.password);
  serve.username = serveLogin(config.siteKey);
  serve.password = password;
  return { owner: { connectionString: url }, serve: { connectionString: serve.href }, password, leave: async () => {} };
}

/** The embedded one, ours alone; or, for a command beside a running site, the one that the site has started. */
async function embeddedGround(config: Config, as: Standing): Promise<Ground> {
  const folder = path.join(config.dataFolder, 'database');
  if (as === 'beside' && findLiveHolder(config.dataFolder)) {
    return { ...addressesAt(socketFolderOf(folder), config), leave: async () => {} };
  }
  const lock = lockDataFolder(config.dataFolder);
  const cluster = await startCluster(folder).catch((error) => {
    lock.release();
    throw error;
  });
  if (cluster.folder !== folder)
    process.stdout.write(`The database lies in ${cluster.folder}: the user postgres can't reach ${folder}.\n`);
  return {
    ...addressesAt(cluster.socketFolder, config),
    leave: async () => {
      await cluster.stop();
      lock.release();
    },
  };
}

function addressesAt(host: string, config: Config): Pick<Ground, 'owner' | 'serve' | 'password'> {
  return {
    owner: { host, user: clusterOwner, database: 'postgres' },
    serve: { host, user: serveLogin(config.siteKey), database: 'postgres' },
    password: null,
  };
}
