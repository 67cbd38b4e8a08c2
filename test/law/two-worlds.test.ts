// Proves P13.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endTerms, erasePerson } from '../../src/domains/disclosure/index.ts';
import { enrol } from '../../src/domains/enrolment/index.ts';
import { aPerson, testPassword } from '../../src/domains/identity/testing.ts';
import { block, numberProblem, oneUnit, publishCourse, testCourse } from '../../src/domains/learning/testing.ts';
import { aSignUp } from '../../src/domains/outreach/testing.ts';
import type { Holdings } from '../../src/kernel/holdings/index.ts';
import { map } from '../../src/map.ts';
import { urls } from '../../src/web/urls.ts';
import { aSiteApp, type SiteApp } from '../support/test-site-app.ts';

/** What an erasure leaves, and why the two worlds may differ in it. */
const residue = {
  erasure: 'that somebody was erased, until the bytes are overwritten',
  ledger_leaf: 'hashes that hold the place of what was said of a person, and lead nowhere',
  ledger_node: 'hashes of those hashes',
  ledger_head: 'signatures over them',
} as const;
/** Drawn at random in each world. */
const drawn = ['secret', 'migration'];
/** Ids, secrets of links, hashes with their salt, and keys of what is rendered anew. */
const ownWords = /[0-9a-f]{8}-[0-9a-f-]{27}|[$]argon2[^"]*|[0-9a-f]{64}|(?<![\w-])[\w-]{43}(?![\w-])/g;

let now = new Date('2026-11-24T10:00:00Z');
let withAda: SiteApp;
let without: SiteApp;
beforeAll(async () => {
  [withAda, without] = await Promise.all([aSiteApp({ clock: () => now }), aSiteApp({ clock: () => now })]);
});
afterAll(() => Promise.all([withAda.close(), without.close()]));

/** All that people do on a site: account, course, answers, bookmark, choices, a form for updates. */
async function live(app: SiteApp, name: string): Promise<void> {
  const { database } = app;
  const email = `${name.toLowerCase()}@lake.example`;
  const id = await aPerson(database, { email, name });
  const terms = { courseKey: testCourse, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null };
  await database.write('provide', (w) => enrol(w, id, terms));
  await aSignUp(database, email);
  const window = app.browser({
    'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0',
  });
  await window.post(urls.signIn(), { email, password: testPassword });
  await window.post(urls.acknowledge());
  await window.post(urls.choices(), { use: 'improve', answer: 'yes' });
  const unit = urls.unit(testCourse, 'vertical@unit1');
  expect((await window.get(unit)).status).toBe(200);
  const answer = await window.post(urls.answer(testCourse, 'problem@sum'), { action: 'submit', '2_1': '4' });
  expect(answer.status).toBeLessThan(400);
  await window.post(urls.bookmark(testCourse, 'vertical@unit1'), { set: 'yes' });
  await window.get(urls.courses());
  await app.powers.intake.flush();
}

async function begin(app: SiteApp): Promise<void> {
  const inside = [block('html', 'words', {}, '<p>The sea rises.</p>'), block('problem', 'sum', {}, numberProblem)];
  await publishCourse(app.database, oneUnit(inside));
}

/** Every row of every table, without what each world draws for itself: ids, hashes, random words. */
async function stateOf({ database }: SiteApp): Promise<Record<string, string[]>> {
  const state: Record<string, string[]> = {};
  for (const [table, { columns }] of Object.entries(map)) {
    if (table in residue || drawn.includes(table)) continue;
    const told = Object.keys(columns).filter((column) => {
      const { type } = columns[column]!;
      return type !== 'uuid' && type !== 'bytea' && column !== 'handle';
    });
    const list = told.map((column) => `"${column}"`).join(', ') || 'null';
    const rows = await database.asOwner<{ row: string }>(`select row(${list})::text as row from "${table}"`);
    state[table] = rows.map(({ row }) => row.replaceAll(ownWords, '…')).sort();
  }
  return state;
}

/** The tables in which the two worlds differ. */
async function differences(): Promise<string[]> {
  const [one, other] = [await stateOf(withAda), await stateOf(without)];
  return Object.keys(other).filter((table) => JSON.stringify(one[table]) !== JSON.stringify(other[table]));
}

async function erase(email: string, held: Holdings): Promise<void> {
  await withAda.database.write('rights', (w) => erasePerson(w, held, { email }));
  // Counts that keep somebody from trying passwords know nobody by name, and are gone within the hour.
  now = new Date(now.getTime() + 60 * 60 * 1000);
  for (const { database } of [withAda, without]) await endTerms(database, map);
}

it('is after an erasure as if the person had never been, but for what is declared to stay', async () => {
  for (const app of [withAda, without]) {
    await begin(app);
    await live(app, 'Ben');
  }
  await live(withAda, 'Ada');
  expect((await differences()).length).toBeGreaterThan(10);
  for (const app of [withAda, without]) await live(app, 'Chidi');
  await erase('ada@lake.example', map);
  expect(await differences()).toEqual([]);
  expect(Object.values(await stateOf(without)).filter((rows) => rows.length > 0).length).toBeGreaterThan(15);
  expect([withAda.faults(), without.faults()]).toEqual(['', '']);
});

it('shows an eraser that leaves something', async () => {
  await live(withAda, 'Eve');
  const event = map.event!;
  const forgetful = {
    ...map,
    event: { ...event, facts: { ...event.facts, onErase: { keep: 'for no reason' } } },
  } as const;
  await erase('eve@lake.example', forgetful);
  expect(await differences()).toEqual(['event']);
});
