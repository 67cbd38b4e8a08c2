import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { aPerson } from '../identity/testing.ts';
import { type Permit, permit } from '../policy/index.ts';
import { createIntake, type Intake, nameDevice, type Source } from './index.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0';
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_2 like Mac OS X) AppleWebKit/605.1.15 Version/19.2 Mobile/15E148 Safari/604.1';

let now = new Date('2026-11-24T10:20:30.400Z');
let database: TestDatabase;
let intake: Intake;
let ada: string;
const failures: unknown[] = [];
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  ada = await aPerson(database, { email: 'ada@lake.example' });
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2026-11-24T10:20:30.400Z');
  failures.length = 0;
  await database.asOwner('alter table if exists event_away rename to event');
  await database.asOwner('truncate event, visit');
  const names = { pages: new Set(['unit', 'home']), controls: new Set(['outline.next']) };
  intake = createIntake({ database, names, onFailed: (error) => failures.push(error) });
});

function leaveFor(personId: string | null, objects = false): Permit<'improve'> {
  const leave = permit({ personId, hasAcknowledged: true, hasConsented: true, objects }, 'improve');
  if (leave.type === 'refused') throw new Error('no permit');
  return leave;
}

function aSource(sessionId: string, given: Partial<Source> = {}): Source {
  return { sessionId, address: '203.0.113.77', userAgent: firefox, ...given };
}

function visitPage(source: Source | null, personId: string | null = ada, objects = false) {
  return intake.record(leaveFor(personId, objects), source, { type: 'page.visited', data: { page: 'unit' } });
}

function use(said: unknown) {
  return intake.recordFromBrowser(leaveFor(ada), aSource('s'), said);
}

it('keeps the exact order within a visit, also of what a browser says', async () => {
  const source = aSource('one');
  visitPage(source);
  intake.recordFromBrowser(leaveFor(ada), source, {
    type: 'control.used',
    data: { control: 'outline.next' },
    courseKey: 'course-v1:L+R+1',
  });
  visitPage(aSource('two', { userAgent: phone, address: '2001:db8:1:2::3' }));
  visitPage(source);
  await intake.flush();
  const events = await database.asOwner(`
    select e.type, e.place, v.browser, v.system, v.browser_version, e.course_key from event e join visit v on v.id = e.visit_id
    where e.person_id = v.person_id order by v.started_at, v.id, e.place`);
  const linux = { browser: 'Firefox', browser_version: '152', system: 'Linux', course_key: null };
  expect(events).toEqual([
    { ...linux, type: 'page.visited', place: 1 },
    { ...linux, type: 'control.used', place: 2, course_key: 'course-v1:L+R+1' },
    { ...linux, type: 'page.visited', place: 3 },
    { type: 'page.visited', place: 1, browser: 'Safari', browser_version: '19', system: 'iOS', course_key: null },
  ]);
  expect(intake.counts()).toEqual({ written: 4, dropped: 0, refused: 0, waiting: 0 });
});

it('begins another visit after half an hour, and for another person on the same browser', async () => {
  const ben = await aPerson(database, { email: 'ben@lake.example', name: 'Ben' });
  const source = aSource('shared');
  visitPage(source);
  now = new Date(now.getTime() + 30 * 60_000);
  visitPage(source);
  now = new Date(now.getTime() + 30 * 60_000 + 1);
  visitPage(source);
  visitPage(source, ben);
  await intake.flush();
  expect(await database.asOwner('select place from event order by at, id')).toEqual(
    [1, 2, 1, 1].map((place) => ({ place })),
  );
  expect(await database.asOwner('select from visit')).toHaveLength(3);
});

it('ties nothing to visitors without account, nor to people whose browser objects', async () => {
  visitPage(aSource('v'), null);
  visitPage(aSource('v'), ada, true);
  visitPage(null, ada);
  await intake.flush();
  expect(await database.asOwner('select from visit')).toHaveLength(0);
  const events = await database.asOwner<{ id: string }>('select id, at, person_id, visit_id, place from event');
  expect(events).toHaveLength(3);
  for (const { id, ...event } of events) {
    expect(event).toEqual({ at: new Date('2026-11-24T10:00:00Z'), person_id: null, visit_id: null, place: null });
    // Version 4: made of chance, without the time that version 7 begins with.
    expect(id[14]).toBe('4');
  }
});

it.each<[string, unknown, string]>([
  ['an unknown type', { type: 'mouse.moved', data: {} }, 'no declared type'],
  [
    'a type that only the site may say',
    { type: 'problem.answered', data: { attempt: 1, score: 1, most: 1 } },
    'no declared type',
  ],
  ['a word of JavaScript for a type', { type: 'constructor', data: {} }, 'no declared type'],
  ['an undeclared key', { type: 'video.played', data: { at_s: 1, typed: 'my secret' } }, '/typed'],
  ['an undeclared key beside the data', { type: 'video.played', data: { at_s: 1 }, note: 'my secret' }, '/note'],
  ['a missing key', { type: 'video.played', data: {} }, 'at_s'],
  ['a value of the wrong kind', { type: 'video.played', data: { at_s: 'my secret' } }, '/at_s'],
  ['a number that is none', { type: 'video.played', data: { at_s: Number.NaN } }, '/at_s'],
  ['an undeclared control', { type: 'control.used', data: { control: 'my.secret' } }, 'no declared control'],
  ['a key with control characters', { type: 'video.played', data: { at_s: 1 }, blockId: 'a\u0000b' }, '/blockId'],
  ['a key with half a character', { type: 'video.played', data: { at_s: 1 }, courseKey: 'a\ud800b' }, '/courseKey'],
  ['no object', 'my secret', 'object'],
  ['nothing', null, 'object'],
])('refuses %s, naming keys and never values', async (_, said, named) => {
  const answer = use(said);
  expect(answer).toMatchObject({ type: 'refused', because: 'undeclared' });
  expect(JSON.stringify(answer)).toContain(named);
  expect(JSON.stringify(answer)).not.toMatch(/my.secret/);
  await intake.flush();
  expect(await database.asOwner('select from event')).toEqual([]);
  expect(intake.counts()).toMatchObject({ refused: 1, written: 0 });
});

it('refuses an undeclared page of the site itself', () => {
  const answer = intake.record(leaveFor(ada), null, { type: 'page.visited', data: { page: 'secret-page' } });
  expect(answer).toMatchObject({ type: 'refused', because: 'undeclared' });
});

it('keeps a batch when the database fails, and writes it when it is back', async () => {
  await database.asOwner('alter table event rename to event_away');
  visitPage(aSource('x'));
  await intake.flush();
  expect(failures).toHaveLength(1);
  expect(intake.counts()).toMatchObject({ written: 0, dropped: 0, waiting: 1 });
  await database.asOwner('alter table event_away rename to event');
  await intake.close();
  expect(await database.asOwner('select from event join visit on visit.id = visit_id')).toHaveLength(1);
  expect(visitPage(aSource('x'))).toEqual({ type: 'refused', because: 'full' });
});

it('takes no more than it can hold, and says how much was dropped', async () => {
  await database.asOwner('alter table event rename to event_away');
  const leave = leaveFor(null);
  const answers = Array.from({ length: 20_005 }, () => intake.record(leave, null, { type: 'problem.saved', data: {} }));
  expect(answers.filter(({ type }) => type === 'refused')).toHaveLength(5);
  for (let i = 0; i < 30; i++) await intake.flush();
  expect(intake.counts()).toEqual({ written: 0, dropped: 20_005, refused: 0, waiting: 0 });
});

it('writes by itself within a moment', async () => {
  visitPage(aSource('timer'));
  const written = () => database.asOwner('select from event');
  while ((await written()).length === 0);
  expect(intake.counts()).toMatchObject({ written: 1, waiting: 0 });
});

it('reads browser and system in words, and nothing from nonsense', () => {
  expect(nameDevice(firefox)).toBe('Firefox, Linux');
  expect(nameDevice(phone)).toBe('Safari, iOS');
  expect(nameDevice('<script>')).toBeNull();
  expect(nameDevice(null)).toBeNull();
});
