import { readFileSync } from 'node:fs';
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
import { createMailingSender, type MailingSender } from './domains/outreach/index.ts';
import { readDocuments } from './domains/policy/index.ts';
import { createIntake } from './domains/tracking/index.ts';
import { openGround, type Standing } from './ground.ts';
import { systemClock } from './kernel/clock.ts';
import { type Address, type Database, openDatabase, prepareDatabase } from './kernel/database/index.ts';
import { OperatorError } from './kernel/errors.ts';
import { createLog, type Log } from './kernel/log/log.ts';
import {
  createMailTransport,
  createPostOffice,
  type DkimKey,
  letterQueued,
  type PostOffice,
} from './kernel/mail/index.ts';
import { projectRoot } from './kernel/project-root.ts';
import { createSwitchboard, type Switchboard } from './kernel/switchboard.ts';
import { map, migrations } from './map.ts';
import type { Powers } from './powers.ts';
import { listTimedWork } from './timed-work.ts';
import { controls } from './web/controls.ts';
import { pages } from './web/pages.ts';
import { mailingWords } from './web/public/outreach/outreach-letters.ts';

/** The house: everything built and wired, with the way to close it in order. */
export interface House extends Powers {
  /** The database as its owner: for backups. */
  readonly owner: Address;
  close(): Promise<void>;
}

/** Where things lie in a data folder, beside the database. */
export function placesIn(dataFolder: string) {
  return {
    files: path.join(dataFolder, 'files'),
    erasureList: path.join(dataFolder, erasureListName),
    /** A started Python's memory, so that the first script after a restart does not wait for a cold start. */
    pythonSnapshot: path.join(dataFolder, 'cache', 'python'),
    /** Wheels that the operator adds to Python, such as numpy's. */
    wheels: path.join(dataFolder, 'wheels'),
  };
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
    const mail = buildMail(config, database, log);
    wire(switchboard, config, database, { ...domains, mail });
    if (as === 'alone') await catchUpCatalog(database, domains.versions);
    await repeatErasures(database, async (w, personId) => {
      await erasePerson(w, map, { personId });
    });
    const clock = as === 'alone' ? wind(database, mail, log, metrics) : null;
    return {
      config,
      database,
      log,
      map,
      metrics,
      owner,
      ...domains,
      mailings: mail?.mailings ?? null,
      close: async () => {
        await clock?.stop();
        await domains.learning.close();
        await domains.intake.close();
        await mail?.close();
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
): Omit<Powers, 'config' | 'database' | 'log' | 'map' | 'metrics' | 'mailings'> {
  const { operator, siteName, minimumAge_years } = config;
  const versions = createVersionCache();
  const places = placesIn(config.dataFolder);
  const files = createFolderStore(places.files);
  const python = { snapshotFolder: places.pythonSnapshot, wheelFolder: places.wheels };
  return {
    documents: readDocuments(path.join(projectRoot, 'policy'), {
      siteName,
      operatorName: operator.name,
      privacyAddress: operator.privacyAddress,
      storagePlace: operator.storagePlace,
      minimumAge_years,
    }),
    versions,
    files,
    learning: buildLearning(database, versions, files, python, log),
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
  { versions, learning, mail }: Pick<Powers, 'versions' | 'learning'> & { readonly mail: Mail | null },
): void {
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
  // Not awaited: who caused a letter does not wait for the mail server.
  if (mail) switchboard.on(letterQueued, () => void mail.postOffice.deliver());
}

/** What sends: letters one by one, and mailings at their rate, over one way to one server. */
interface Mail {
  readonly postOffice: PostOffice;
  readonly mailings: MailingSender;
  /** Sends what is due, and waits for nothing. */
  sendMailings(): void;
  close(): Promise<void>;
}

/** Null without a mail server. */
function buildMail(config: Config, database: Database, log: Log): Mail | null {
  if (!config.smtpUrl) return null;
  const { smtpUrl, mailFrom: from, mailingsPerMinute: perMinute } = config;
  const transport = createMailTransport({ smtpUrl, from, dkim: readDkimKey(config.dkim) });
  const onFailed = (reason: string) => log.fault('a letter could not be sent', new Error(reason));
  const postOffice = createPostOffice({ database, transport, onFailed: (_id, reason) => onFailed(reason) });
  const words = mailingWords(config);
  const mailings = createMailingSender({ database, transport, words, perMinute, onFailed });
  return {
    postOffice,
    mailings,
    sendMailings: () => void mailings.work().catch((error) => log.fault('mailings could not be sent', error)),
    close: async () => {
      await mailings.close();
      await postOffice.close();
      transport.close();
    },
  };
}

function readDkimKey(dkim: Config['dkim']): DkimKey | null {
  if (!dkim) return null;
  try {
    return { domain: dkim.domain, selector: dkim.selector, privateKey: readFileSync(dkim.keyFile, 'utf8') };
  } catch (error) {
    throw new OperatorError(`DKIM_KEY_FILE can't be read: ${(error as Error).message}`);
  }
}

const tick_ms = 30_000;

/** Winds the clock, by which terms end. */
function wind(database: Database, mail: Mail | null, log: Log, metrics: Metrics): WorkClock {
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
  return startClock(database, listTimedWork(database, mail), watcher, tick_ms);
}

/** Entries of courses that were published while nobody listened: by a command, or just before a crash. */
async function catchUpCatalog(database: Database, versions: VersionCache): Promise<void> {
  for (const courseKey of await listStale(database.read('provide'))) {
    await database.write('provide', (w) => refreshEntry(w, versions, courseKey));
  }
}
