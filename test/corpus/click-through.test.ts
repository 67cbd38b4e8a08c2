import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getPublishedVersion } from '../../src/domains/courses/index.ts';
import { enrol, giveCourseRole } from '../../src/domains/enrolment/index.ts';
import { importCourse } from '../../src/domains/exchange/index.ts';
import { aPerson, testPassword } from '../../src/domains/identity/testing.ts';
import { makeOutline } from '../../src/domains/learning/testing.ts';
import { urls } from '../../src/web/urls.ts';
import { aSiteApp, type SiteApp, type TestBrowser } from '../support/test-site-app.ts';

const folder = path.resolve('../shared/courses');
/** Libraries of problems, and a folder of uploads without a course. */
const noCourses = /^(demo-library-2026|openedx-test-problem-bank|testdata-uploads)\./;
const corpus = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.tar.gz') && !noCourses.test(name))
      .map((name) => path.join(folder, name))
  : [];

let app: SiteApp;
let chidi: string;
let window: TestBrowser;
beforeAll(async () => {
  app = await aSiteApp();
  chidi = await aPerson(app.database, { email: 'chidi@lake.example', name: 'Chidi' });
  window = app.browser();
  await window.post(urls.signIn(), { email: 'chidi@lake.example', password: testPassword });
});
afterAll(() => app.close());

/** Imports and publishes a course, and opens each of its units and its pages as somebody of its team. */
async function clickThrough(source: string): Promise<{ readonly units: number; readonly bad: readonly string[] }> {
  const { database, files, versions } = app.powers;
  const wish = { org: 'LakeU', publish: true, author: null, onProgress: () => {} };
  const { courseKey } = await importCourse({ database, files }, source, wish);
  await database.write('provide', async (w) => {
    await enrol(w, chidi, { courseKey, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null });
    await giveCourseRole(w, chidi, courseKey, 'staff');
  });
  const version = await getPublishedVersion(database.read('provide'), versions, courseKey);
  const { unitsById } = makeOutline(version!, { isStaff: true }, new Date());
  const pages = [urls.outline(courseKey), urls.courseUpdates(courseKey), urls.textbooks(courseKey)];
  for (const { slug, html } of version!.info.tabs) if (html !== null) pages.push(urls.courseTab(courseKey, slug));
  const bad: string[] = [];
  for (const address of [...pages, ...[...unitsById.keys()].map((id) => urls.unit(courseKey, id))]) {
    const response = await window.get(address);
    const text = await response.text();
    if (response.status !== 200 || !text.endsWith('</html>')) bad.push(`${response.status} ${address}`);
  }
  return { units: unitsById.size, bad };
}

it('our own demo course can be read from the first to the last unit', async () => {
  expect(await clickThrough('courses/demo')).toEqual({ units: 10, bad: [] });
  expect(app.faults()).toBe('');
});

describe.skipIf(corpus.length === 0)('real courses (skipped where ../shared/courses is absent)', () => {
  it.each(corpus.map((file) => [path.basename(file, '.tar.gz'), file]))(
    '%s',
    async (_name, file) => {
      const { bad } = await clickThrough(file);
      expect(bad).toEqual([]);
      expect(app.faults()).toBe('');
    },
    300_000,
  );
});
