import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAuthor, type StudioAuthor } from '../../../../test/support/studio-app.ts';
import { aSiteApp, type SiteApp } from '../../../../test/support/test-site-app.ts';
import { getDraftVersion, getStoredVersion } from '../../../domains/courses/index.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let chidi: StudioAuthor;
beforeAll(async () => {
  app = await aSiteApp();
  chidi = await anAuthor(app);
});
afterAll(async () => {
  expect(app.faults()).toBe('');
  await app.close();
});

const draft = async () => (await getDraftVersion(app.database.read('provide'), app.powers.versions, chidi.courseKey))!;
const read = async () => (await chidi.browser.get(urls.studioCourseSettings(chidi.courseKey))).text();
const editionIn = (html: string) => /name="edition" value="([^"]*)"/.exec(html)![1]!;
const valueIn = (html: string, name: string) =>
  new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Sends the form as it is shown, with what Chidi typed. */
async function store(typed: Record<string, string>, shown?: string): Promise<Response> {
  const html = shown ?? (await read());
  const names = ['display_name', 'language', 'start', 'end', 'enrollment_start', 'enrollment_end'];
  const form = Object.fromEntries(names.map((name) => [name, valueIn(html, name)]));
  return chidi.browser.post(urls.studioCourseSettings(chidi.courseKey), {
    edition: editionIn(html),
    ...form,
    ...typed,
  });
}

it('stores settings and texts as one version, writes nothing that is not changed, and keeps a name a name', async () => {
  const before = await draft();
  const overview = '<p>"><script>ran()</script></p>';
  const typed = { display_name: '"null"', end: '2031-06-01T12:00', self_paced: 'yes', overview };
  expect((await store(typed)).headers.get('location')).toMatch(/course-settings\?done$/);
  const { number, root, info, versionId } = await draft();
  expect(number).toBe(before.number + 1);
  expect(root.settings).toMatchObject({ display_name: '"null"', end: '2031-06-01T12:00:00Z', self_paced: true });
  expect(info.about).toEqual({ overview });
  expect(info.start).toBe(before.info.start);
  const stored = await getStoredVersion(app.database.read('provide'), versionId, app.powers.versions);
  expect(stored.root.attributes).not.toHaveProperty('course_image');
  expect(stored.root.attributes).not.toHaveProperty('enrollment_end');
  expect(await read()).not.toContain('<script>ran');
  await store({ display_name: 'Rivers', self_paced: 'yes', overview });
  await store({ self_paced: 'yes', overview });
  expect((await draft()).number).toBe(number + 1);
});

it('says at the field which dates stand in the wrong order, and what is no language or no name', async () => {
  const before = (await draft()).versionId;
  const typed = { start: '2031-01-01T00:00', end: '2030-01-01T00:00', enrollment_start: '2032-01-01T00:00' };
  const wrong = await store({ ...typed, language: 'no language', display_name: ' ' });
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  for (const name of ['end', 'enrollment_start', 'language', 'display_name'])
    expect(html).toContain(`id="field-${name}-error"`);
  expect(html).not.toContain('id="field-start-error"');
  expect(valueIn(html, 'end')).toBe('2030-01-01T00:00');
  expect((await store({ course_image: 'no such.png' })).status).toBe(422);
  expect((await draft()).versionId).toBe(before);
});

it('keeps what was typed when somebody else was first, and says what stands there now', async () => {
  const shown = await read();
  await store({ display_name: 'Theirs', overview: '<p>Old</p>' });
  const late = await store({ display_name: 'Mine', overview: '<p>Mine</p>' }, shown);
  expect(late.status).toBe(422);
  const html = await late.text();
  expect(html).toContain('Here stands now: Theirs');
  expect(valueIn(html, 'display_name')).toBe('Mine');
  expect((await draft()).root.displayName).toBe('Theirs');
  expect((await store({ overview: '<p>Mine</p>' }, html)).status).toBe(303);
  expect((await draft()).info.about.overview).toBe('<p>Mine</p>');
});
