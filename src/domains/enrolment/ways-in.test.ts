import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { listOutbox } from '../../kernel/mail/index.ts';
import { aPerson } from '../identity/testing.ts';
import {
  acceptInvitation,
  countEnrolled,
  type EnrolmentTerms,
  enrol,
  enrolByCode,
  findCourseRole,
  giveCourseRole,
  inviteToCourse,
  leave,
  leaveTeam,
  listCodes,
  listCourseInvitations,
  lookAtLearners,
  makeCode,
  unenrol,
  withdrawCode,
} from './index.ts';

let now = new Date('2026-11-24T10:00:00Z');
let database: TestDatabase;
let people: string[];
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  people = [];
  for (let at = 0; at < 20; at++)
    people.push(await aPerson(database, { email: `p${at}@lake.example`, name: `Person ${at}` }));
});
afterAll(() => database.close());

const read = () => database.read('provide');
const termsOf = (number: string, more = {}): EnrolmentTerms => ({
  courseKey: `course-v1:LakeU+Ways+${number}`,
  opens_at: null,
  closes_at: null,
  isInvitationOnly: true,
  capacity: null,
  ...more,
});

it('never gives more places than there are, and gives a free one again', async () => {
  const terms = termsOf('full', { isInvitationOnly: false, capacity: 3 });
  const come = (id: string) => database.write('provide', (w) => enrol(w, id, terms));
  const answers = await Promise.all(people.map(come));
  expect(answers.filter(({ type }) => type === 'enrolled')).toHaveLength(3);
  expect(answers.filter((answer) => answer.type === 'refused' && answer.because === 'full')).toHaveLength(17);
  expect(await countEnrolled(read(), terms.courseKey)).toBe(3);
  const there = people[answers.findIndex(({ type }) => type === 'enrolled')]!;
  const away = people[answers.findIndex(({ type }) => type === 'refused')]!;
  expect(await come(there)).toEqual({ type: 'refused', because: 'already' });
  await database.write('provide', (w) => leave(w, there, terms.courseKey));
  expect(await come(away)).toEqual({ type: 'enrolled' });
});

it('lets in by a code: as often as it may be used, until its end, and not once it is withdrawn', async () => {
  const terms = termsOf('code');
  const { courseKey } = terms;
  const made = await database.write('provide', (w) =>
    makeCode(w, courseKey, { label: 'Schools', most_uses: 2, valid_days: 10 }),
  );
  if (made.type !== 'made') throw new Error('no code');
  expect(made.code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}-[A-Z2-9]{5}$/);
  const stored = await database.asOwner('select code_hash::text from enrolment_code');
  expect(JSON.stringify(stored)).not.toContain(
    Buffer.from(made.code.replaceAll('-', '').toLowerCase()).toString('hex'),
  );
  const come = (id: string, code: string, as = terms) => database.write('provide', (w) => enrolByCode(w, id, as, code));
  expect(await come(people[0]!, 'AAAAA-AAAAA-AAAAA')).toEqual({ type: 'refused', because: 'no-such-code' });
  expect(await come(people[0]!, made.code, termsOf('other'))).toMatchObject({ because: 'no-such-code' });
  expect(await come(people[0]!, made.code, { ...terms, closes_at: now })).toMatchObject({ because: 'closed' });
  const answers = await Promise.all(
    people.slice(0, 6).map((id) => come(id, made.code.toLowerCase().replaceAll('-', ' '))),
  );
  expect(answers.filter(({ type }) => type === 'enrolled')).toHaveLength(2);
  expect(await come(people[10]!, made.code)).toEqual({ type: 'refused', because: 'code-used-up' });
  const [code] = await listCodes(read(), courseKey);
  expect(code).toMatchObject({ uses: 2, most_uses: 2, label: 'Schools' });
  now = new Date('2026-12-04T10:00:00Z');
  expect(await come(people[10]!, made.code)).toEqual({ type: 'refused', because: 'code-ended' });
  await database.write('provide', (w) => withdrawCode(w, courseKey, code!.id));
  expect(await come(people[10]!, made.code)).toEqual({ type: 'refused', because: 'no-such-code' });
});

async function inviteTo(courseKey: string, lines: string, role: 'learner' | 'staff' | 'beta' = 'learner') {
  const secrets: string[] = [];
  const result = await database.write('provide', (w) =>
    inviteToCourse(w, { courseKey, role, lines }, ({ secret }) => {
      secrets.push(secret);
      return { subject: 'Come', text: 'x' };
    }),
  );
  return { result, secrets };
}

it('invites all of a list or nobody, and says which lines are wrong', async () => {
  const terms = termsOf('invited', { capacity: 1 });
  const { courseKey } = terms;
  const wrong = await inviteTo(courseKey, 'ada@lake.example\nnobody\n\n@x\n');
  expect(wrong.result).toEqual({ type: 'refused', because: 'no-address', faults: [2, 4] });
  expect((await listCourseInvitations(read(), courseKey, ['learner'], 1)).all).toBe(0);
  expect((await inviteTo(courseKey, ' \n')).result).toMatchObject({ because: 'nobody' });
  const many = Array.from({ length: 501 }, (_, at) => `a${at}@lake.example`).join('\n');
  expect((await inviteTo(courseKey, many)).result).toMatchObject({ because: 'too-many' });
  const { result, secrets } = await inviteTo(courseKey, 'Ada@lake.example\r\nben@lake.example\nada@LAKE.example');
  expect(result).toEqual({ type: 'invited', count: 2 });
  const letters = await listOutbox(database.read('contact'));
  expect(letters.map(({ address }) => address).sort()).toEqual(['ada@lake.example', 'ben@lake.example']);

  const accept = (id: string, secret: string) =>
    database.write('provide', (w) => acceptInvitation(w, id, secret, terms));
  expect(await accept(people[0]!, secrets[0]!)).toEqual({ type: 'accepted' });
  expect(await accept(people[1]!, secrets[0]!)).toEqual({ type: 'refused', because: 'no-such-link' });
  // The one place is taken: the invitation stays open until it is free.
  expect(await accept(people[1]!, secrets[1]!)).toEqual({ type: 'refused', because: 'full' });
  await database.write('provide', (w) => leave(w, people[0]!, courseKey));
  expect(await accept(people[1]!, secrets[1]!)).toEqual({ type: 'accepted' });
});

it('shows who takes a course to its team, and notes the look', async () => {
  const terms = termsOf('list', { isInvitationOnly: false });
  const { courseKey } = terms;
  for (const id of people.slice(0, 3)) await database.write('provide', (w) => enrol(w, id, terms));
  const by = { personId: people[9]!, role: 'courseTeam' };
  const look = (text: string) => database.write('provide', (w) => lookAtLearners(w, { courseKey, text, page: 1 }, by));
  expect((await look('')).learners.map(({ name }) => name)).toEqual(['Person 0', 'Person 1', 'Person 2']);
  const found = await look('SON 1');
  expect(found).toMatchObject({ all: 1, pages: 1 });
  const noted = await database.asOwner("select person_id from ledger_entry where kind = 'look-up'");
  expect(noted).toHaveLength(4);
  const { handle } = found.learners[0]!;
  expect(await database.write('provide', (w) => unenrol(w, courseKey, handle))).toEqual({ type: 'left' });
  expect(await database.write('provide', (w) => unenrol(w, courseKey, handle))).toMatchObject({ type: 'refused' });
  expect((await look('')).all).toBe(2);
});

it('gives a role by invitation, never a weaker one, and keeps the last who may lead', async () => {
  const courseKey = 'course-v1:LakeU+Ways+team';
  const [chidi = '', dana = ''] = people;
  const accept = (id: string, secret: string) =>
    database.write('provide', (w) => acceptInvitation(w, id, secret, null));
  const staff = await inviteTo(courseKey, 'chidi@lake.example', 'staff');
  await accept(chidi, staff.secrets[0]!);
  const beta = await inviteTo(courseKey, 'chidi@lake.example', 'beta');
  await accept(chidi, beta.secrets[0]!);
  expect(await findCourseRole(read(), chidi, courseKey)).toBe('staff');
  const go = (id: string) =>
    database.write('provide', (w) => leaveTeam(w, id, { courseKey, organisationKey: 'LakeU' }));
  expect(await go(chidi)).toEqual({ type: 'refused', because: 'last' });
  await database.write('provide', (w) => giveCourseRole(w, dana, courseKey, 'staff'));
  const both = await Promise.all([go(chidi), go(dana)]);
  expect(both.filter(({ type }) => type === 'left')).toHaveLength(1);
});
