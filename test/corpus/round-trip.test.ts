import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCourse, getStoredVersion } from '../../src/domains/courses/index.ts';
import { exportCourse, importCourse, pullCourse, pushCourse } from '../../src/domains/exchange/index.ts';
import { canonicalXml, parseXml } from '../../src/kernel/xml/index.ts';
import { aCourseGround, archivePath, archives, type CourseGround } from './course-ground.ts';
import { unpack, withoutTop } from './unpack.ts';

let ground: CourseGround;
beforeAll(async () => {
  ground = await aCourseGround();
});
afterAll(() => ground.close());

it('our own demo course comes out as it came in', () => roundTrip('courses/demo'));

describe.skipIf(archives.length === 0)('every course of the corpus (skipped where ../shared/courses is absent)', () => {
  it.each(archives)('%s comes out as it came in', (name) => roundTrip(archivePath(name)));
});

describe.skipIf(archives.length === 0)('a course that is pulled and not edited', () => {
  // Drafts, a library in a folder of its own, sections that came as drafts.
  const odd = archives.filter((name) => /draft|problem-bank|edx-demo-2021/.test(name));

  it.each(odd)('%s has nothing to push', async (name) => {
    const wish = { publish: true, author: null, onProgress: () => {} };
    const { courseKey } = await importCourse(ground, archivePath(name), wish);
    const folder = path.join(ground.folder, `pulled-${name}`.replace('.tar.gz', ''));
    await pullCourse(ground, courseKey, folder);
    expect(await pushCourse(ground, folder, { isSure: false, message: '', publish: false })).toMatchObject({
      type: 'nothing',
    });
  });
});

/** In, out, and in again: the same files, and the same course. */
async function roundTrip(place: string): Promise<void> {
  const wish = { publish: false, author: null, onProgress: () => {} };
  const { courseKey } = await importCourse(ground, place, wish);
  const first = await stored(courseKey);
  const written = path.join(ground.folder, `${path.basename(place, '.tar.gz')}.tar.gz`);
  await exportCourse(ground, courseKey, written);

  const source = place.endsWith('.gz') ? withoutTop(await unpack(place)) : filesOf(place);
  const exported = withoutTop(await unpack(written));
  expect(differences(source, exported)).toEqual([]);

  await importCourse(ground, written, wish);
  expect(await stored(courseKey)).toEqual(first);
}

function filesOf(place: string): Map<string, Buffer> {
  const found = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = found.map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(paths.map((file) => [path.relative(place, file), readFileSync(file)]));
}

/** Everything that is stored of a course: both trees and the manifest, with hashes for contents. */
async function stored(courseKey: string) {
  const r = ground.database.read('provide');
  const course = await findCourse(r, courseKey);
  const head = await getStoredVersion(r, course!.draftVersion!);
  const base = await getStoredVersion(r, course!.baseVersion!);
  return { head: head.root, base: base.root, manifest: head.manifest };
}

/** Each file of the source that is not there again: with the same bytes, or for blocks the same canonical XML. */
function differences(source: ReadonlyMap<string, Buffer>, exported: ReadonlyMap<string, Buffer>): string[] {
  const missing = [...source.keys()].filter((name) => !exported.has(name));
  const changed = [...source].filter(
    ([name, bytes]) => exported.has(name) && !isSame(name, bytes, exported.get(name)!),
  );
  const added = [...exported.keys()].filter((name) => !source.has(name));
  return [
    ...added.map((name) => `added: ${name}`),
    ...missing.map((name) => `missing: ${name}`),
    ...changed.map(([name]) => `changed: ${name}`),
  ];
}

function isSame(name: string, a: Buffer, b: Buffer): boolean {
  if (a.equals(b)) return true;
  if (name.endsWith('policy.json'))
    return JSON.stringify(JSON.parse(a.toString())) === JSON.stringify(JSON.parse(b.toString()));
  if (!name.endsWith('.xml')) return false;
  return (
    outline(a) === outline(b) &&
    canonicalXml(parseXml(a.toString().trimStart())) === canonicalXml(parseXml(b.toString()))
  );
}

/** What an independent reader of the XML sees: every event, comments outside the root included. */
function outline(bytes: Buffer): string {
  const events: string[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) =>
    events.push(`<${name} ${JSON.stringify(Object.entries(attributes).sort())}`),
  );
  parser.on('closetag', ({ name }) => events.push(`</${name}`));
  parser.on('comment', (comment) => events.push(`<!--${comment}`));
  parser.write(bytes.toString().trimStart()).close();
  return events.join('\n');
}
