import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anAuthor, type StudioAuthor } from '../../../../test/support/studio-app.ts';
import { aSiteApp, type SiteApp } from '../../../../test/support/test-site-app.ts';
import { findCourse, getDraftVersion, getStoredVersion, walkBlocks } from '../../../domains/courses/index.ts';
import { exportCourse, importCourse } from '../../../domains/exchange/index.ts';
import { partKinds, setSettings } from '../../../domains/studio/index.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let chidi: StudioAuthor;
beforeAll(async () => {
  app = await aSiteApp();
  chidi = await anAuthor(app);
});
afterAll(() => app.close());

const r = () => app.database.read('provide');

async function storedBlocks(courseKey = chidi.courseKey) {
  const { draftVersion } = (await findCourse(r(), courseKey))!;
  return [...walkBlocks((await getStoredVersion(r(), draftVersion!)).root)];
}

async function aPart(kind: string): Promise<string> {
  const unit = [...(await getDraftVersion(r(), app.powers.versions, chidi.courseKey))!.blocks.values()].find(
    ({ tag }) => tag === 'vertical',
  )!;
  const added = await chidi.browser.post(urls.studioEdit(chidi.courseKey, 'add'), {
    new: `${kind} ${unit.id}`,
    back: unit.id,
  });
  expect(added.status, kind).toBe(303);
  return decodeURIComponent(added.headers.get('location')!.split('/block/')[1]!);
}

async function editor(id: string): Promise<string> {
  return (await chidi.browser.get(urls.studioBlock(chidi.courseKey, id))).text();
}

/** Some fields come more than once, as the rows of a poll do. */
async function save(id: string, form: Fields) {
  const edition = /name="edition" value="([^"]+)"/.exec(await editor(id))![1]!;
  const all: Fields = [['as', 'form'], ['edition', edition], ['action', 'save'], ...form];
  const body = new URLSearchParams(all.map(([name, value]) => [name, value]));
  return chidi.browser.post(urls.studioBlock(chidi.courseKey, id), body as never);
}

async function attributesOf(id: string) {
  return (await storedBlocks()).find(({ tag, name }) => `${tag}@${name}` === id)!.attributes;
}

it('adds every kind with an editor that shows it, and it comes in again as it went out', async () => {
  const ids = new Map<string, string>();
  for (const { key } of partKinds) ids.set(key, await aPart(key));
  for (const [key, id] of ids) {
    const page = await editor(id);
    expect(page, key).toContain('id="studio-preview"');
    expect(page, key).not.toContain('data-broken-line=');
  }
  expect(await attributesOf(ids.get('poll')!)).toMatchObject({ 'xblock-family': 'xblock.v1' });
  const folder = await mkdtemp(path.join(tmpdir(), 'mooc-forms-'));
  await exportCourse(app.powers, chidi.courseKey, path.join(folder, 'out.tar.gz'));
  const wish = { number: 'Again', publish: false, author: null, onProgress: () => {} };
  const { courseKey } = await importCourse(app.powers, path.join(folder, 'out.tar.gz'), wish);
  await rm(folder, { recursive: true });
  const facts = async (key: string) =>
    (await storedBlocks(key))
      .map(({ tag, name, attributes, contentHash }) => ({ tag, name, attributes, contentHash }))
      .slice(4);
  const again = await facts(courseKey);
  for (const before of await facts(chidi.courseKey)) {
    const { filename: _, ...attributes } = before.attributes;
    expect(again, before.tag).toContainEqual(
      before.tag === 'html' ? expect.objectContaining({ name: before.name }) : { ...before, attributes },
    );
  }
});

type Fields = readonly (readonly [name: string, value: string])[];

function rows(field: string, items: readonly (readonly [key: string, label: string, img?: string, alt?: string])[]) {
  return items.flatMap(
    ([key, label, img = '', alt = '']): Fields => [
      [`${field}-key`, key],
      [`${field}-label`, label],
      [`${field}-img`, img],
      [`${field}-alt`, alt],
    ],
  );
}

function aPoll(answers: Fields, given: Readonly<Record<string, string>> = {}): Fields {
  const said = { name: 'Rivers', question: 'Which *one*?', max_submissions: '1', feedback: '', ...given };
  return [...Object.entries(said), ...answers];
}

const danube = ['', 'Danube', '/static/d.png', 'A wide river'] as const;

it('stores a poll as Open edX writes it, and keeps the keys that votes are counted by', async () => {
  const id = await aPart('poll');
  expect((await save(id, aPoll(rows('answers', [['R', 'Nile'], danube, ['B', '']])))).status).toBe(303);
  const before = await attributesOf(id);
  expect(before).toMatchObject({ question: 'Which *one*?', display_name: 'Rivers' });
  expect(before.private_results).toBeUndefined();
  const [nile, second, ...rest] = JSON.parse(before.answers!) as [string, object][];
  expect(nile).toEqual(['R', { img: '', img_alt: '', label: 'Nile' }]);
  expect(second![0]).toMatch(/^\d{13}$/);
  expect(second![1]).toEqual({ img: '/static/d.png', img_alt: 'A wide river', label: 'Danube' });
  expect(rest).toEqual([]);
  // Looked at and saved, nothing changes, not even how it is written.
  await save(id, aPoll(rows('answers', [['R', 'Nile'], [second![0], ...danube.slice(1)] as never, ['', '']])));
  expect(await attributesOf(id)).toEqual(before);
});

it('refuses a poll that nobody could answer, and says where', async () => {
  const id = await aPart('poll');
  const two = rows('answers', [['R', 'Nile'], danube]);
  const wrong: readonly (readonly [Fields, says: string])[] = [
    [aPoll(rows('answers', [['R', 'Nile']])), 'Write at least two.'],
    [
      aPoll(
        rows('answers', [
          ['R', 'Nile'],
          ['', '', '/static/d.png'],
        ]),
      ),
      'Say in words what each picture shows.',
    ],
    [aPoll(two, { max_submissions: '2' }), 'Whoever may answer again'],
    [aPoll(two, { max_submissions: 'many' }), 'Write a whole number'],
    [aPoll(two, { question: ' ' }), 'Fill this in.'],
  ];
  const before = await attributesOf(id);
  for (const [form, says] of wrong) {
    const refused = await save(id, form);
    expect(refused.status, says).toBe(422);
    expect(await refused.text()).toContain(says);
  }
  expect(await attributesOf(id)).toEqual(before);
});

it('shows the names of passports and never their secrets', async () => {
  const edit = { courseKey: chidi.courseKey, author: chidi.personId, message: 'Passports' };
  const passports = { blockId: 'course@2026', edition: null, settings: { lti_passports: '["tool:key:hush"]' } };
  await app.database.write('provide', (w) => setSettings(w, app.powers.versions, edit, passports));
  const id = await aPart('lti_consumer');
  const page = await editor(id);
  expect(page).toContain('There are now: tool.');
  expect(page).not.toContain('hush');
  const wrong = await save(id, [
    ['launch_url', 'javascript:alert(1)'],
    ['weight', '1.0'],
    ['launch_target', 'iframe'],
    ['custom_parameters', 'x'],
  ]);
  expect(wrong.status).toBe(422);
  const text = await wrong.text();
  expect(text).toContain('begins with https://');
  expect(text).toContain('a line for each parameter');
  const right = [
    ['launch_url', 'https://tool.example/start'],
    ['lti_id', 'tool'],
    ['weight', '2'],
    ['launch_target', 'new_window'],
    ['custom_parameters', 'page=1\r\ncolor=white'],
    ['has_score', 'yes'],
  ] as const;
  expect((await save(id, right)).status).toBe(303);
  expect(await attributesOf(id)).toMatchObject({
    launch_url: 'https://tool.example/start',
    custom_parameters: '["page=1","color=white"]',
    has_score: 'true',
    weight: '2',
    launch_target: 'new_window',
  });
});
