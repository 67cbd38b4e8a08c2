import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  askForMySignUp,
  chooseUpdates,
  confirmInquiry,
  editForm,
  findForm,
  findInquiry,
  findInvitation,
  findMySignUp,
  forgetLoneContacts,
  giveInvitationBack,
  inviteToHost,
  listInquiries,
  noteInquiry,
  plainForm,
  readTags,
  replyToInquiry,
  sortInquiry,
  useInvitation,
} from './index.ts';
import { anAnswer, aSignUp, plainLetters, sendForm } from './testing.ts';

const day_ms = 86_400_000;
let now = new Date('2026-11-24T10:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
});
afterAll(() => database.close());
beforeEach(() => database.asOwner('truncate contact, mail cascade'));

const all = { formKey: null, state: null, tag: null };
const desk = async () => (await listInquiries(database.read('contact'), all, 1)).rows;

async function newestLetter(address: string): Promise<{ about: string; body: string; subject: string }> {
  const [mail] = await database.asOwner<{ about: string; body: string; subject: string }>(
    'select about, subject, body from mail where address = $1 order by id desc limit 1',
    [address],
  );
  return mail!;
}

describe('a form', () => {
  it('is seen by operators only once it is confirmed, with what was asked and why', async () => {
    expect(await sendForm(database)).toEqual({ type: 'received' });
    expect(await desk()).toEqual([]);
    expect((await listInquiries(database.read('contact'), all, 1)).unconfirmed).toBe(1);
    const { body: secret } = await newestLetter('ada@lake.example');
    expect(await database.write('contact', (w) => confirmInquiry(w, secret))).toMatchObject({ type: 'confirmed' });
    const [row] = await desk();
    expect(row).toMatchObject({ email: 'ada@lake.example', state: 'new', answers: { teaches: 'Physics\nand rivers' } });
    expect(row!.asked.find(({ name }) => name === 'plans')?.why).toBe('This is what we most want to understand.');
    expect(row!.answers).not.toHaveProperty('email');
  });

  it('is confirmed once, also when two come at once', async () => {
    await sendForm(database);
    const { body: secret } = await newestLetter('ada@lake.example');
    const confirm = () => database.write('contact', (w) => confirmInquiry(w, secret));
    const results = await Promise.all([confirm(), confirm(), confirm()]);
    expect(results.filter(({ type }) => type === 'confirmed')).toHaveLength(1);
    expect(await confirm()).toEqual({ type: 'refused', because: 'no-such-link' });
  });

  it('makes one contact of twenty forms of one address at once', async () => {
    await Promise.all(Array.from({ length: 20 }, () => sendForm(database, { email: 'ADA@lake.example ' })));
    expect(await database.asOwner('select email from contact')).toEqual([{ email: 'ada@lake.example' }]);
    expect(await database.asOwner('select id from inquiry')).toHaveLength(20);
  });

  it.each([
    ['name', 'Ada\r\nBcc: eve@bait.example', 'odd-characters'],
    ['name', 'Buy at https://bait.example', 'odd-characters'],
    ['name', 'Ada\u202Eeve', 'odd-characters'],
    ['name', '', 'empty'],
    ['organisation', 'x'.repeat(201), 'too-long'],
    ['organisation', 'Lake\u0007', 'odd-characters'],
    ['plans', 'x'.repeat(3001), 'too-long'],
    ['plans', 'binary \u0001\u0002\uFFFD', 'odd-characters'],
    ['plans', 'half a \uD800 letter', 'odd-characters'],
    ['country', 'Atlantis', 'no-choice'],
    ['email', 'ada@lake', 'no-address'],
    ['email', 'ada@lake.example\r\nBcc: eve@bait.example', 'odd-characters'],
    ['email', 'ada@lake.example,eve@bait.example', 'no-address'],
    ['email', 'аda@lake.example', 'lookalike'],
    ['email', 'ada@lаke.example', 'lookalike'],
    ['email', 'ada@ｌake.example', 'lookalike'],
  ] as const)('is refused with %s %j, and nothing is stored or mailed', async (field, text, fault) => {
    const result = await sendForm(database, { [field]: text });
    expect(result).toEqual({ type: 'refused', because: 'faults', faults: { [field]: fault } });
    expect(await database.asOwner('select from contact')).toEqual([]);
    expect(await database.asOwner('select from mail')).toEqual([]);
  });

  it('takes honest names in all scripts, and shows operators what machines read', async () => {
    expect(await sendForm(database, { name: 'Зоя Ωμέγα 明', email: 'зоя@пример.рф' })).toEqual({ type: 'received' });
    expect(plainForm('зоя@пример.рф')).toBe('зоя@xn--e1afmkfd.xn--p1ai');
    expect(plainForm('ada@lake.example')).toBeNull();
  });

  it('that is closed takes nothing, and one that asks without a reason is not stored', async () => {
    const form = (await findForm(database.read('provide'), 'institutions'))!;
    const store = (edited: typeof form) => database.write('contact', (w) => editForm(w, edited));
    expect(await store({ ...form, isOpen: false })).toEqual({ type: 'stored' });
    expect(await sendForm(database)).toEqual({ type: 'refused', because: 'closed' });
    const fields = form.fields.map((field) => (field.name === 'role' ? { ...field, why: ' ' } : field));
    expect(await store({ ...form, fields })).toEqual({ type: 'refused', because: 'fault', fault: 'role' });
    expect(await store(form)).toEqual({ type: 'stored' });
  });

  it('keeps nothing of a field that is not asked', async () => {
    const form = (await findForm(database.read('provide'), 'institutions'))!;
    const fields = form.fields.map((field) => (field.name === 'role' ? { ...field, isAsked: false } : field));
    await database.write('contact', (w) => editForm(w, { ...form, fields }));
    await aSignUp(database, 'ada@lake.example');
    expect((await desk())[0]!.answers).not.toHaveProperty('role');
    await database.write('contact', (w) => editForm(w, form));
  });
});

describe('one’s own sign-up', () => {
  it('opens by a mailed link for a day, and tells strangers nothing', async () => {
    await aSignUp(database, 'ada@lake.example');
    await database.write('contact', (w) => askForMySignUp(w, 'nobody@lake.example', plainLetters));
    expect(await database.asOwner("select from mail where address = 'nobody@lake.example'")).toEqual([]);
    await database.write('contact', (w) => askForMySignUp(w, 'Ada@lake.example', plainLetters));
    const { body: secret } = await newestLetter('ada@lake.example');
    const mine = await findMySignUp(database.read('contact'), secret);
    expect(mine).toMatchObject({ email: 'ada@lake.example', getsUpdates: true });
    expect(mine!.ledger.map(({ what }) => what)).toEqual(['sent', 'confirmed', 'allowed']);
    now = new Date(now.getTime() + day_ms + 1);
    expect(await findMySignUp(database.read('contact'), secret)).toBeNull();
  });

  it('ends mailings and begins them again, each with its words', async () => {
    const secret = await aSignUp(database, 'ada@lake.example', false);
    const choose = (choice: Parameters<typeof chooseUpdates>[2]) =>
      database.write('contact', (w) => chooseUpdates(w, secret, choice));
    const gets = async () => (await findMySignUp(database.read('contact'), secret))!.getsUpdates;
    expect(await gets()).toBe(false);
    await choose({ version: '2026-11-24', shown: 'Write to me', control: 'my-sign-up.updates' });
    expect(await gets()).toBe(true);
    await choose('no');
    expect(await gets()).toBe(false);
    expect(await database.asOwner('select shown, withdrawn_by from contact_consent')).toEqual([
      { shown: 'Write to me', withdrawn_by: 'own page' },
    ]);
  });

  it('is forgotten with the last thing that was signed up for', async () => {
    await aSignUp(database, 'ada@lake.example', false);
    const forget = () => database.write('contact', forgetLoneContacts);
    expect(await forget()).toBe(0);
    await database.asOwner('delete from inquiry');
    expect(await forget()).toBe(1);
    expect(await database.asOwner('select from contact')).toEqual([]);
  });
});

describe('the desk', () => {
  it('finds by form, state and tag, and keeps a record of what was done', async () => {
    await aSignUp(database, 'ada@lake.example');
    await aSignUp(database, 'ben@lake.example');
    const [ben, ada] = await desk();
    const tags = readTags(' Physics, physics ,, Big\u0000 ');
    expect(tags).toEqual(['physics', 'big']);
    await database.write('contact', (w) => sortInquiry(w, ada!.id, { state: 'closed', tags }));
    const found = async (filter: object) =>
      (await listInquiries(database.read('contact'), { ...all, ...filter }, 1)).rows.map(({ email }) => email);
    expect(await found({ tag: 'physics' })).toEqual(['ada@lake.example']);
    expect(await found({ state: 'new' })).toEqual(['ben@lake.example']);
    expect(await found({ formKey: 'teachers' })).toEqual([]);

    await database.write('contact', (w) => noteInquiry(w, ben!.id, 'Met at the fair'));
    const reply = { subject: 'Hello\r\nBcc: eve@bait.example', body: 'Good day' };
    await database.write('contact', (w) => replyToInquiry(w, ben!.id, reply));
    expect(await newestLetter('ben@lake.example')).toMatchObject({ subject: 'Hello Bcc: eve@bait.example' });
    const inquiry = await findInquiry(database.read('contact'), ben!.id);
    expect(inquiry).toMatchObject({ state: 'in-touch' });
    expect(inquiry!.records.map(({ kind }) => kind).sort()).toEqual(['note', 'reply']);
  });

  it('invites with the fields carried over, and sees the yes', async () => {
    await aSignUp(database, 'ada@lake.example');
    const [row] = await desk();
    const carried = {
      organisation: 'Lake University',
      kind: 'university',
      person: anAnswer.name!,
      role: 'Dean',
      country: 'PT',
      teaches: 'Physics',
    };
    await database.write('contact', (w) => inviteToHost(w, row!.id, carried, plainLetters));
    const { body: secret } = await newestLetter('ada@lake.example');
    expect(await findInvitation(database.read('contact'), secret)).toMatchObject({ carried, accepted_at: null });
    const use = () => database.write('contact', (w) => useInvitation(w, secret));
    const gone = { type: 'refused', because: 'no-such-link' };
    expect((await Promise.all([use(), use()])).map(({ type }) => type).sort()).toEqual(['refused', 'used']);
    await database.write('contact', (w) => giveInvitationBack(w, secret));
    expect(await use()).toEqual({ type: 'used' });
    expect(await use()).toEqual(gone);
    expect(await database.write('contact', (w) => useInvitation(w, 'guessed'))).toEqual(gone);
    const inquiry = await findInquiry(database.read('contact'), row!.id);
    expect(inquiry).toMatchObject({ state: 'invited', invitations: [{ accepted_at: now }] });
    now = new Date(now.getTime() + 61 * day_ms);
    expect(await findInvitation(database.read('contact'), secret)).toBeNull();
    await database.write('contact', (w) => giveInvitationBack(w, secret));
    expect(await use()).toEqual(gone);
  });
});
