import path from 'node:path';
import type { Config } from './config.ts';
import { systemClock } from './kernel/clock.ts';
import { findLiveHolder, lockDataFolder } from './kernel/data-folder.ts';
import {
  type Address,
  clusterOwner,
  openDatabase,
  prepareDatabase,
  serveLogin,
  servePassword,
  socketFolderOf,
  startCluster,
} from './kernel/database/index.ts';
import { OperatorError } from './kernel/errors.ts';
import { createLog } from './kernel/log/log.ts';
import { createSwitchboard } from './kernel/switchboard.ts';
import { map, migrations } from './map.ts';
import type { Powers } from './powers.ts';

/** The house: everything built and wired, with the way to close it in order. */
export interface House extends Powers {
  close(): Promise<void>;
}

/**
 * Builds the house on the database that the configuration names, brought up to date. `alone` is the site itself: it
 * owns the data folder. `beside` is a command: it works on the database of a running site, or starts its own.
 */
export async function openHouse(config: Config, as: 'alone' | 'beside' = 'alone'): Promise<House> {
  const log = createLog((text) => process.stdout.write(text), systemClock, process.stdout.isTTY);
  const switchboard = createSwitchboard();
  const ground = config.databaseUrl ? externalGround(config, config.databaseUrl) : await embeddedGround(config, as);
  try {
    const { owner, serve, password } = ground;
    await prepareDatabase({ owner, site: config.siteKey, migrations, map, password });
    const database = openDatabase({
      address: serve,
      site: config.siteKey,
      clock: systemClock,
      switchboard,
      onEffectFailed: (error) => log.fault('an effect after a commit failed', error),
    });
    return {
      config,
      database,
      log,
      close: async () => {
        await database.close();
        await ground.leave();
      },
    };
  } catch (error) {
    await ground.leave();
    throw error;
  }
}

/** A PostgreSQL to stand on: who migrates, who serves, and how to leave it. */
interface Ground {
  readonly owner: Address;
  readonly serve: Address;
  readonly password: string | null;
  leave(): Promise<void>;
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
async function embeddedGround(config: Config, as: 'alone' | 'beside'): Promise<Ground> {
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
