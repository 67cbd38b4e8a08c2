import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createFolderStore } from '../src/domains/assets/index.ts';
import { createVersionCache, getPublishedVersion } from '../src/domains/courses/index.ts';
import { exportCourse, importCourse } from '../src/domains/exchange/index.ts';
import { systemClock } from '../src/kernel/clock.ts';
import {
  clusterOwner,
  type Database,
  openDatabase,
  prepareDatabase,
  serveLogin,
  startCluster,
} from '../src/kernel/database/index.ts';
import { createSwitchboard } from '../src/kernel/switchboard.ts';
import { map, migrations } from '../src/map.ts';
import { makeCourse } from './support/made-course.ts';
import type { Figure } from './support/measure.ts';

const corpus = '../shared/courses';
/** The one with the most problems and units, and the largest one; our own where they are absent. */
const largest = ['cs50-python', 'acm-las-2016']
  .map((name) => `${corpus}/${name}.tar.gz`)
  .filter((file) => existsSync(file));
const courses = largest.length > 0 ? largest : ['courses/demo'];

/** How long it takes to bring a course in, to read it from the tables, and to write it out, the files flushed to the disk. */
export async function benchImport(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mooc-bench-'));
  const cluster = await startCluster(path.join(folder, 'database'));
  const host = cluster.socketFolder;
  const owner = { host, user: clusterOwner, database: 'postgres' };
  await prepareDatabase({ owner, site: 'bench', migrations, map, password: null });
  const database = openDatabase({
    address: { host, user: serveLogin('bench'), database: 'postgres' },
    site: 'bench',
    clock: systemClock,
    switchboard: createSwitchboard(),
    onEffectFailed: (error) => console.error(error),
  });
  try {
    const figures: Figure[] = [];
    for (const course of [...courses, makeCourse(folder, 283)])
      figures.push(...(await measure(database, folder, course)));
    return figures;
  } finally {
    await database.close();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(database: Database, folder: string, course: string): Promise<Figure[]> {
  const files = createFolderStore(path.join(folder, 'files'));
  const name = path.basename(course, '.tar.gz');
  const wish = { publish: true, author: null, onProgress: () => {} };
  const [imported, result] = await timed(() => importCourse({ database, files }, course, wish));
  const { counts, courseKey } = result;
  const [read] = await timed(() => getPublishedVersion(database.read('provide'), createVersionCache(), courseKey));
  const [exported] = await timed(() =>
    exportCourse({ database, files }, courseKey, path.join(folder, `${name}.tar.gz`)),
  );
  const note = `${counts.blocks} blocks, ${counts.byTag.problem ?? 0} problems, ${counts.files} files`;
  return [
    { name: `import ${name}`, value: imported, unit: 's', note },
    { name: `read ${name} from the tables`, value: read * 1000, unit: 'ms' },
    { name: `export ${name}`, value: exported, unit: 's' },
  ];
}

/** How many seconds it took, and what came of it. */
async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const begin = performance.now();
  const result = await work();
  return [(performance.now() - begin) / 1000, result];
}
