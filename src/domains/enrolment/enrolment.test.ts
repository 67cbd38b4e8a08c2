import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { aPerson } from '../identity/testing.ts';
import {
  countEnrolled,
  type EnrolmentTerms,
  enrol,
  enrolmentChanged,
  findCourseRole,
  findEnrolment,
  giveCourseRole,
  leave,
  leaveTeam,
  listEnrolments,
} from './index.ts';

let now = new Date('2026-11-24T10:00:00Z');
let database: TestDatabase;
let ada: string;
let ben: string;
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  ada = await aPerson(database, { email: 'ada@lake.example' });
  ben = await aPerson(database, { email: 'ben@lake.example', name: 'Ben' });
});
afterAll(() => database.close());

function terms(courseKey: string, given: Partial<EnrolmentTerms> = {}): EnrolmentTerms {
  return { courseKey, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null, ...given };
}

function enrolIn(given: EnrolmentTerms, personId = ada, as: 'learner' | 'staff' = 'learner') {
  return database.write('provide', (w) => enrol(w, personId, given, as));
}

function leaveCourse(courseKey: string) {
  return database.write('provide', (w) => leave(w, ada, courseKey));
}

it('enrols, leaves and enrols again, and keeps the history', async () => {
  const heard: string[] = [];
  database.switchboard.on(enrolmentChanged, ({ became }) => void heard.push(became));
  const key = 'course-v1:LakeU+Rivers+1';
  expect(await findEnrolment(database.read('provide'), ada, key)).toBeNull();
  expect(await enrolIn(terms(key))).toEqual({ type: 'enrolled' });
  expect(await enrolIn(terms(key))).toEqual({ type: 'refused', because: 'already' });
  now = new Date('2026-11-25T10:00:00Z');
  expect(await leaveCourse(key)).toEqual({ type: 'left' });
  expect(await leaveCourse(key)).toEqual({ type: 'refused', because: 'not-enrolled' });
  expect(await findEnrolment(database.read('provide'), ada, key)).toMatchObject({ isActive: false });
  expect(await listEnrolments(database.read('provide'), ada)).toEqual([]);
  now = new Date('2026-11-26T10:00:00Z');
  expect(await enrolIn(terms(key))).toEqual({ type: 'enrolled' });
  expect(await listEnrolments(database.read('provide'), ada)).toMatchObject([
    { courseKey: key, isActive: true, enrolled_at: now },
  ]);
  const history = await database.asOwner('select became, changed_at from enrolment_change order by changed_at');
  expect(history).toEqual([
    { became: 'enrolled', changed_at: new Date('2026-11-24T10:00:00Z') },
    { became: 'left', changed_at: new Date('2026-11-25T10:00:00Z') },
    { became: 'enrolled', changed_at: new Date('2026-11-26T10:00:00Z') },
  ]);
  expect(heard).toEqual(['enrolled', 'left', 'enrolled']);
});

it('enrols once, however many requests come at once', async () => {
  const key = 'course-v1:LakeU+Rivers+2';
  const answers = await Promise.all(Array.from({ length: 10 }, () => enrolIn(terms(key))));
  expect(answers.filter(({ type }) => type === 'enrolled')).toHaveLength(1);
  const leaving = await Promise.all(Array.from({ length: 10 }, () => leaveCourse(key)));
  expect(leaving.filter(({ type }) => type === 'left')).toHaveLength(1);
  await enrolIn(terms(key));
  await enrolIn(terms(key), ben);
  expect(await countEnrolled(database.read('provide'), key)).toBe(2);
});

it('refuses before the opening, from the closing on, and without an invitation; staff come in', async () => {
  const moment = (offset_ms: number) => new Date(now.getTime() + offset_ms);
  const key = 'course-v1:LakeU+Rivers+3';
  expect(await enrolIn(terms(key, { opens_at: moment(1) }))).toEqual({ type: 'refused', because: 'not-open' });
  expect(await enrolIn(terms(key, { closes_at: moment(0) }))).toEqual({ type: 'refused', because: 'closed' });
  expect(await enrolIn(terms(key, { isInvitationOnly: true }))).toEqual({
    type: 'refused',
    because: 'invitation-only',
  });
  expect(await findEnrolment(database.read('provide'), ada, key)).toBeNull();
  expect(await enrolIn(terms(key, { opens_at: moment(0), closes_at: moment(1) }))).toEqual({ type: 'enrolled' });
  expect(await enrolIn(terms(key, { closes_at: moment(0) }))).toEqual({ type: 'refused', because: 'already' });
  expect(await enrolIn(terms(key, { isInvitationOnly: true }), ben, 'staff')).toEqual({ type: 'enrolled' });
});

it('gives a person one role in a course', async () => {
  const key = 'course-v1:LakeU+Rivers+4';
  const role = () => findCourseRole(database.read('provide'), ada, key);
  expect(await role()).toBeNull();
  await database.write('provide', (w) => giveCourseRole(w, ada, key, 'beta'));
  await database.write('provide', (w) => giveCourseRole(w, ada, key, 'staff'));
  expect(await role()).toBe('staff');
  expect(await findCourseRole(database.read('provide'), ben, key)).toBeNull();
  await database.write('provide', (w) => giveCourseRole(w, ben, key, 'staff'));
  await database.write('provide', (w) => leaveTeam(w, ada, { courseKey: key, organisationKey: 'LakeU' }));
  expect(await role()).toBeNull();
});
