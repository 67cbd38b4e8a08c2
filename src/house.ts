import path from 'node:path';
import { buildLearning } from './build-learning.ts';
import type { Config } from './config.ts';
import { createFolderStore } from './domains/assets/index.ts';
import { listStale, refreshEntry } from './domains/catalog/index.ts';
import { coursePublished, createVersionCache, type VersionCache } from './domains/courses/index.ts';
import { erasePerson, personErased } from './domains/disclosure/index.ts';
import { forgetOldRenderings, indexCourse } from './domains/learning/index.ts';
import {
  appendErasures,
  createMetrics,
  erasureListName,
  type Metrics,
  repeatErasures,
  startClock,
  type WorkClock,
  type WorkWatcher,
} from './domains/ops/index.ts';
import { readDocuments } from './domains/policy/index.ts';
import { createIntake } from './domains/tracking/index.ts';
import { openGround, type Standing } from './ground.ts';
import { systemClock } from './kernel/clock.ts';
import { type Address, type Database, openDatabase, prepareDatabase } from './kernel/database/index.ts';
import { createLog, type Log } from './kernel/log/log.ts';
import { createPostOffice, letterQueued, type PostOffice } from './kernel/mail/index.ts';
import { createSwitchboard, type Switchboard } from './kernel/switchboard.ts';
import { map, migrations } from './map.ts';
import type { Powers } from './powers.ts';
import { listTimedWork } from './timed-work.ts';
import { controls } from './web/controls.ts';
import { pages } from './web/pages.ts';

/** The house: everything built and wired, with the way to close it in order. */
export interface House extends Powers {
  /** The database as its owner: for backups. */
  readonly owner: Address;
  close(): Promise<void>;
}

/** Where things lie in a data folder, beside the database. */
export function placesIn(dataFolder: string) {
  return { files: path.join(dataFolder, 'files'), erasureList: path.join(dataFolder, erasureListName) };
}

/** Builds the house on the database that the configuration names, brought up to date. */
export async function openHouse(config: Config, as: Standing = 'alone'): Promise<House> {
  const metrics = createMetrics();
  // A command's own output stays clean: what the house logs meanwhile goes beside it.
  const stream = as === 'alone' ? process.stdout : process.stderr;
  const write = (text: string) => stream.write(text);
  const log = createLog({ write, now: systemClock, isTerminal: stream.isTTY, onFault: metrics.countFault });
  const switchboard = createSwitchboard();
  const ground = await openGround(config, as);
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
    const domains = buildDomains(config, database, log);
    const postOffice = wire(switchboard, config, database, domains, log);
    if (as === 'alone') await catchUpCatalog(database, domains.versions);
    await repeatErasures(database, async (w, personId) => {
      await erasePerson(w, map, { personId });
    });
    const clock = as === 'alone' ? wind(database, postOffice, log, metrics) : null;
    return {
      config,
      database,
      log,
      map,
      metrics,
      owner,
      ...domains,
      close: async () => {
        await clock?.stop();
        await domains.learning.close();
        await domains.intake.close();
        await postOffice?.close();
        await database.close();
        await ground.leave();
      },
    };
  } catch (error) {
    await ground.leave();
    throw error;
  }
}

function buildDomains(
  config: Config,
  database: Database,
  log: Log,
): Omit<Powers, 'config' | 'database' | 'log' | 'map' | 'metrics'> {
  const { operator, siteName, minimumAge_years } = config;
  const versions = createVersionCache();
  const files = createFolderStore(placesIn(config.dataFolder).files);
  return {
    documents: readDocuments(path.resolve('policy'), {
      siteName,
      operatorName: operator.name,
      privacyAddress: operator.privacyAddress,
      storagePlace: operator.storagePlace,
      minimumAge_years,
    }),
    versions,
    files,
    learning: buildLearning(database, versions, files, log),
    intake: createIntake({
      database,
      names: { pages: new Set<string>(pages), controls: new Set<string>(controls) },
      onFailed: (error) => log.fault('events could not be written', error),
    }),
  };
}

/** What happens after what. */
function wire(
  switchboard: Switchboard,
  config: Config,
  database: Database,
  { versions, learning }: Pick<Powers, 'versions' | 'learning'>,
  log: Log,
): PostOffice | null {
  switchboard.on(coursePublished, ({ courseKey }) =>
    database.write('provide', (w) => refreshEntry(w, versions, courseKey)),
  );
  switchboard.on(coursePublished, ({ courseKey, versionId }) =>
    database.write('provide', async (w) => {
      await indexCourse(w, learning, versionId);
      await forgetOldRenderings(w, courseKey, versionId);
    }),
  );
  switchboard.on(personErased, (erasure) => appendErasures(placesIn(config.dataFolder).erasureList, [erasure]));
  if (!config.smtpUrl) return null;
  const onFailed = (_id: string, reason: string) => log.fault('a letter could not be sent', new Error(reason));
  const postOffice = createPostOffice({ database, smtpUrl: config.smtpUrl, from: config.mailFrom, onFailed });
  // Not awaited: who caused a letter does not wait for the mail server.
  switchboard.on(letterQueued, () => void postOffice.deliver());
  return postOffice;
}

const tick_ms = 30_000;

/** Winds the clock, by which terms end. */
function wind(database: Database, postOffice: PostOffice | null, log: Log, metrics: Metrics): WorkClock {
  const watcher: WorkWatcher = {
    onDone: (task, count) => {
      metrics.countWork(task, 'done', systemClock());
      if (count > 0) log.info('timed work was done', { task, count });
    },
    onFailed: (task, error) => {
      metrics.countWork(task, 'failed', systemClock());
      log.fault('timed work failed', error, { task });
    },
  };
  return startClock(database, listTimedWork(database, postOffice), watcher, tick_ms);
}

/** Entries of courses that were published while nobody listened: by a command, or just before a crash. */
async function catchUpCatalog(database: Database, versions: VersionCache): Promise<void> {
  for (const courseKey of await listStale(database.read('provide'))) {
    await database.write('provide', (w) => refreshEntry(w, versions, courseKey));
  }
}
