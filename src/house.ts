import path from 'node:path';
import { buildLearning } from './build-learning.ts';
import { buildMail, type Mail } from './build-mail.ts';
import { buildMailbox } from './build-mailbox.ts';
import { type Config, siteFactsOf } from './config.ts';
import { createFolderStore } from './domains/assets/index.ts';
import { listStale, refreshEntriesOf, refreshEntry } from './domains/catalog/index.ts';
import { coursePublished, createVersionCache, type VersionCache } from './domains/courses/index.ts';
import { erasePerson, listErasures, personErased } from './domains/disclosure/index.ts';
import { createImportDesk } from './domains/exchange/index.ts';
import { forgetOldRenderings, indexCourse } from './domains/learning/index.ts';
import { appendErasures, createMetrics, type Purge, repeatErasures } from './domains/ops/index.ts';
import { organisationDescribed } from './domains/organisations/index.ts';
import { createDocuments, documentPosted, readDocuments } from './domains/policy/index.ts';
import { createIntake } from './domains/tracking/index.ts';
import { openGround, type Standing } from './ground.ts';
import { systemClock } from './kernel/clock.ts';
import { type Address, type Database, openDatabase, prepareDatabase } from './kernel/database/index.ts';
import { tablesAboutPeople } from './kernel/holdings/index.ts';
import { createLog, type Log } from './kernel/log/log.ts';
import { letterQueued } from './kernel/mail/index.ts';
import { projectRoot } from './kernel/project-root.ts';
import { createSwitchboard, type Switchboard } from './kernel/switchboard.ts';
import { map, migrations } from './map.ts';
import { type Places, placesIn, refuseUndeclaredFiles } from './places.ts';
import type { Powers } from './powers.ts';
import { windClock } from './timed-work.ts';
import { controls } from './web/controls.ts';
import { pages } from './web/pages.ts';

/** The house: everything built and wired, with the way to close it in order. */
export interface House extends Powers {
  /** The database as its owner: for backups. */
  readonly owner: Address;
  /** How the bytes of erased people are overwritten. */
  readonly purge: Purge;
  close(): Promise<void>;
}

const rereadDocuments_ms = 5_000;

/** Builds the house on the database that the configuration names, brought up to date. */
export async function openHouse(config: Config, as: Standing = 'alone'): Promise<House> {
  const metrics = createMetrics();
  // A command's own output stays clean: what the house logs meanwhile goes beside it.
  const stream = as === 'alone' ? process.stdout : process.stderr;
  const write = (text: string) => stream.write(text);
  const log = createLog({ write, now: systemClock, isTerminal: stream.isTTY, onFault: metrics.countFault });
  const switchboard = createSwitchboard();
  refuseUndeclaredFiles(config.dataFolder);
  const ground = await openGround(config, as);
  try {
    const { owner, serve, password } = ground;
    await prepareDatabase({ owner, site: config.siteKey, migrations, map, password });
    const isOurs = config.databaseUrl === null;
    const database = openDatabase({
      address: serve,
      isOurs,
      site: config.siteKey,
      clock: systemClock,
      switchboard,
      onEffectFailed: (error) => log.fault('an effect after a commit failed', error),
    });
    const places = placesIn(config.dataFolder);
    const domains = buildDomains(config, places, database, log);
    const mail = buildMail(config, database, log);
    wire(switchboard, places, database, { ...domains, mail });
    await domains.documents.refresh();
    await carryOver(places, database);
    if (as === 'alone') await catchUpCatalog(database, domains.versions, log);
    await repeatErasures(database, async (w, personId) => {
      await erasePerson(w, map, { personId });
    });
    const purge = { database, owner, isOurs, tables: tablesAboutPeople(map), patience_ms: 30_000 };
    const rereading = rereadDocuments(domains.documents, log);
    const mailbox = as === 'alone' ? buildMailbox(config, database, log) : null;
    const clock = as === 'alone' ? windClock(purge, mail, mailbox, log, metrics) : null;
    return {
      config,
      database,
      log,
      map,
      metrics,
      owner,
      purge,
      ...domains,
      mailings: mail?.mailings ?? null,
      close: async () => {
        clearInterval(rereading);
        await clock?.stop();
        await domains.imports.close();
        await domains.learning.close();
        await domains.intake.close();
        await mailbox?.close();
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

/** Builds the domains' parts that have a state. */
export function buildDomains(
  config: Config,
  places: Places,
  database: Database,
  log: Log,
): Pick<Powers, 'documents' | 'versions' | 'files' | 'learning' | 'imports' | 'intake'> {
  const versions = createVersionCache();
  const files = createFolderStore(places.files);
  const shipped = readDocuments(path.join(projectRoot, 'policy'), siteFactsOf(config));
  const documents = createDocuments(database, shipped);
  const python = { snapshotFolder: places.pythonSnapshot, wheelFolder: places.wheels };
  return {
    documents,
    versions,
    files,
    learning: buildLearning(database, { versions, files, documents }, python, config.graderToken !== null, log),
    imports: createImportDesk({
      database,
      files,
      folder: places.uploads,
      onFault: (error) => log.fault('an import failed', error),
    }),
    intake: createIntake({
      database,
      names: { pages: new Set<string>(pages), controls: new Set<string>(controls) },
      onFailed: (error) => log.fault('events could not be written', error),
    }),
  };
}

/** What happens after what. */
export function wire(
  switchboard: Switchboard,
  places: Pick<Places, 'erasureList'>,
  database: Database,
  {
    documents,
    versions,
    learning,
    mail,
  }: Pick<Powers, 'documents' | 'versions' | 'learning'> & { readonly mail: Mail | null },
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
  switchboard.on(organisationDescribed, ({ key }) =>
    database.write('provide', (w) => refreshEntriesOf(w, versions, key)),
  );
  switchboard.on(personErased, async () => void (await carryOver(places, database)));
  switchboard.on(documentPosted, () => documents.refresh());
  if (mail) switchboard.on(letterQueued, mail.sendLetters);
}

/** Writes down beside the database who was erased: after each erasure, and at the start whom a crash left out. */
function carryOver(places: Pick<Places, 'erasureList'>, database: Database): Promise<number> {
  return listErasures(database, (notes) => appendErasures(places.erasureList, notes));
}

/** Versions of the documents that another process posted are known here before they hold. */
function rereadDocuments(documents: Powers['documents'], log: Log): NodeJS.Timeout {
  const reread = () => documents.refresh().catch((error) => log.fault('the documents could not be read anew', error));
  return setInterval(() => void reread(), rereadDocuments_ms).unref();
}

/** Entries of courses that were published while nobody listened: by a command, or just before a crash. */
async function catchUpCatalog(database: Database, versions: VersionCache, log: Log): Promise<void> {
  for (const courseKey of await listStale(database.read('provide'))) {
    // One course that can't be drawn keeps no site from opening.
    await database
      .write('provide', (w) => refreshEntry(w, versions, courseKey))
      .catch((error) => log.fault('a course is missing in the catalogue', error, { course: courseKey }));
  }
}
