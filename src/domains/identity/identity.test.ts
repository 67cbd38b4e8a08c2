import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { listOutbox } from '../../kernel/mail/index.ts';
import {
  askForNewEmail,
  askForNewPassword,
  changePassword,
  confirmAddress,
  confirmNewAddress,
  editProfile,
  findSession,
  getProfile,
  listSessions,
  type RegistrationForm,
  register,
  setNewPassword,
  signIn,
  signOut,
  signOutEverywhere,
  touchSession,
} from './index.ts';
import { aPerson, plainLetters, testPassword } from './testing.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

let now = new Date('2026-11-24T10:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
});
afterAll(() => database.close());
beforeEach(() => {
  now = new Date(now.getTime() + 400 * day);
});

const site = { letters: plainLetters, minimumAge_years: 16 };

function aForm(overrides: Partial<RegistrationForm> = {}): RegistrationForm {
  const form = { email: 'ada@lake.example', name: 'Ada', password: testPassword, birthYear: 1990 };
  return { ...form, language: null, timeZone: null, ...overrides };
}

function registerWith(overrides: Partial<RegistrationForm>) {
  return database.write('secure', (w) => register(w, aForm(overrides), site));
}

function enter(email: string, password = testPassword) {
  return database.write('secure', (w) => signIn(w, { email, password, device: 'Firefox, Linux' }));
}

/** The newest letter to an address: which it is, and the secret of its link. */
async function letterTo(address: string) {
  const letters = await listOutbox(database.read('contact'));
  const letter = letters.find((one) => one.address === address);
  return letter && { about: letter.about, secret: letter.text! };
}

async function sessionOf(email: string, password?: string) {
  const answer = await enter(email, password);
  if (answer.type !== 'signed-in') throw new Error('could not sign in');
  return answer.session;
}

it('registers Ada, who can sign in once she used the link in her letter', async () => {
  expect(await registerWith({ email: ' Ada@Lake.example ' })).toMatchObject({ type: 'received' });
  expect(await enter('ada@lake.example')).toEqual({ type: 'refused', because: 'wrong' });

  const { secret } = (await letterTo('ada@lake.example'))!;
  const confirm = (password: string) =>
    database.write('secure', (w) => confirmAddress(w, { secret, password, device: null }));
  // Somebody else may have registered with her address, and knows the password that they chose.
  expect(await confirm('a guess of hers')).toEqual({ type: 'refused', because: 'wrong-password' });
  const confirmed = await confirm(testPassword);
  if (confirmed.type !== 'confirmed') throw new Error('not confirmed');
  expect(await findSession(database.read('provide'), confirmed.session.secret)).toMatchObject({ name: 'Ada' });
  expect(await enter('ADA@lake.example')).toMatchObject({ type: 'signed-in' });

  expect(await confirm(testPassword)).toEqual({ type: 'refused', because: 'no-such-link' });
});

it('does not tell a stranger that an address is taken; its owner gets a letter', async () => {
  await aPerson(database, { email: 'ben@lake.example', name: 'Ben' });
  const free = await registerWith({ email: 'free@lake.example' });
  const taken = await registerWith({ email: 'BEN@lake.example', password: 'another long password' });
  expect({ ...taken, newPersonId: null }).toEqual({ ...free, newPersonId: null });
  expect(taken).toEqual({ type: 'received', newPersonId: null });
  expect(await letterTo('ben@lake.example')).toMatchObject({ about: 'address-taken' });
  expect(await enter('ben@lake.example', 'another long password')).toEqual({ type: 'refused', because: 'wrong' });
});

it('locks out whoever registered an address before its owner did', async () => {
  await registerWith({ email: 'victim@lake.example', password: 'the password of a thief' });
  await registerWith({ email: 'victim@lake.example', password: 'what the owner chose' });
  const { secret } = (await letterTo('victim@lake.example'))!;
  const form = { secret, password: 'what the owner chose' };
  await database.write('secure', (w) => setNewPassword(w, form, plainLetters));
  expect(await enter('victim@lake.example', 'the password of a thief')).toMatchObject({ type: 'refused' });
  expect(await enter('victim@lake.example', 'what the owner chose')).toMatchObject({ type: 'signed-in' });
});

it('makes one person of ten registrations of one address at once', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => registerWith({ email: 'many@lake.example' })));
  expect(answers.every((answer) => answer.type === 'received')).toBe(true);
  expect(answers.filter((answer) => answer.type === 'received' && answer.newPersonId)).toHaveLength(1);
  const persons = await database.asOwner('select from person where email = $1', ['many@lake.example']);
  expect(persons).toHaveLength(1);
});

it.each<[Partial<RegistrationForm>, object]>([
  [{ email: 'no address' }, { email: 'no-address' }],
  [{ email: 'a@b.example\nbcc: all@lake.example' }, { email: 'no-address' }],
  [{ name: '  ' }, { name: 'empty' }],
  [{ name: 'x'.repeat(101) }, { name: 'too-long' }],
  [{ name: 'Ada\nSubject: hi' }, { name: 'odd-characters' }],
  [{ name: 'win at http://bait.example' }, { name: 'odd-characters' }],
  [{ password: 'short' }, { password: 'too-short' }],
  [{ password: 'x'.repeat(201) }, { password: 'too-long' }],
  [{ password: 'P@ssw0rd2026' }, { password: 'too-common' }],
  [{ password: '1234567890123' }, { password: 'too-common' }],
  [{ email: 'adalovelace@lake.example', password: 'adalovelace1815' }, { password: 'like-your-address' }],
  [{ birthYear: 1066 }, { birthYear: 'no-year' }],
  [{ birthYear: Number.NaN }, { birthYear: 'no-year' }],
])('refuses a registration with %j', async (given, faults) => {
  expect(await registerWith(given)).toEqual({ type: 'refused', because: 'faults', faults });
});

it('stores nothing of who is too young', async () => {
  const birthYear = now.getUTCFullYear() - 16;
  expect(await registerWith({ email: 'child@lake.example', birthYear })).toEqual({
    type: 'refused',
    because: 'too-young',
  });
  expect(await database.asOwner("select from person where email like 'child%'")).toEqual([]);
  expect(await letterTo('child@lake.example')).toBeUndefined();
  expect(await registerWith({ email: 'older@lake.example', birthYear: birthYear - 1 })).toMatchObject({
    type: 'received',
  });
});

it('gives one answer for a wrong password and an address that nobody has, and works as long for both', async () => {
  await aPerson(database, { email: 'clock@lake.example' });
  // What the processor does for each, the least of several: a busy machine makes both wait.
  const least_us = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY };
  for (let round = 0; round < 8; round++) {
    for (const [which, email] of [
      ['known', 'clock@lake.example'],
      ['unknown', 'nobody@lake.example'],
    ] as const) {
      const begin = process.cpuUsage();
      expect(await enter(email, 'not the password')).toEqual({ type: 'refused', because: 'wrong' });
      const { user, system } = process.cpuUsage(begin);
      least_us[which] = Math.min(least_us[which], user + system);
    }
  }
  expect(least_us.unknown / least_us.known).toBeGreaterThan(0.5);
  expect(least_us.unknown / least_us.known).toBeLessThan(2);
});

it('stores neither password nor token', async () => {
  await aPerson(database, { email: 'plain@lake.example' });
  const { secret } = await sessionOf('plain@lake.example');
  const rows = await database.asOwner<{ row: string }>(
    'select c::text as row from credential c union all select encode(token_hash, $1) || s::text from session s',
    ['base64'],
  );
  const all = JSON.stringify(rows);
  expect(all).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  expect(all).not.toContain(testPassword);
  expect(all).not.toContain(secret);
});

it('rolls a session on while it is used, ends it when it is not, and at the latest after 180 days', async () => {
  await aPerson(database, { email: 'roll@lake.example' });
  const { secret, sessionId } = await sessionOf('roll@lake.example');
  const find = () => findSession(database.read('provide'), secret);
  expect(await find()).toMatchObject({ isStale: false });
  for (let i = 0; i < 7; i++) {
    now = new Date(now.getTime() + 25 * day);
    expect(await find()).toMatchObject({ isStale: true });
    await database.write('provide', (w) => touchSession(w, sessionId));
    expect(await find()).toMatchObject({ isStale: false });
  }
  now = new Date(now.getTime() + 6 * day);
  expect(await find()).toBeNull();
  const idle = await sessionOf('roll@lake.example');
  now = new Date(now.getTime() + 30 * day);
  expect(await findSession(database.read('provide'), idle.secret)).toBeNull();
});

it('signs out here, elsewhere and everywhere, and never for another person', async () => {
  const ben = await aPerson(database, { email: 'out-ben@lake.example' });
  const ada = await aPerson(database, { email: 'out-ada@lake.example' });
  const [here, there, third] = await Promise.all([1, 2, 3].map(() => sessionOf('out-ada@lake.example')));
  const isIn = async (session: { secret: string }) =>
    (await findSession(database.read('provide'), session.secret)) !== null;

  await database.write('secure', (w) => signOut(w, ben, here!.sessionId));
  expect(await isIn(here!)).toBe(true);
  await database.write('secure', (w) => signOut(w, ada, third!.sessionId));
  expect(await isIn(third!)).toBe(false);
  expect(await listSessions(database.read('secure'), ada)).toMatchObject([{ device: 'Firefox, Linux' }, {}]);
  await database.write('secure', (w) => signOutEverywhere(w, ada, here!.sessionId));
  expect([await isIn(here!), await isIn(there!)]).toEqual([true, false]);
  await database.write('secure', (w) => signOutEverywhere(w, ada));
  expect(await isIn(here!)).toBe(false);
  expect(await findSession(database.read('provide'), 'what a stranger sends')).toBeNull();
});

it('sets a forgotten password by a link that works once, for an hour, and ends all sessions', async () => {
  await aPerson(database, { email: 'forgot@lake.example' });
  const session = await sessionOf('forgot@lake.example');
  const ask = async () => {
    await database.write('secure', (w) => askForNewPassword(w, 'forgot@lake.example', plainLetters));
    now = new Date(now.getTime() + 1);
    return (await letterTo('forgot@lake.example'))!.secret;
  };
  const set = (secret: string, password: string) =>
    database.write('secure', (w) => setNewPassword(w, { secret, password }, plainLetters));

  const late = await ask();
  now = new Date(now.getTime() + 61 * minute);
  expect(await set(late, 'a second long one')).toEqual({ type: 'refused', because: 'no-such-link' });

  const [first, second] = [await ask(), await ask()];
  expect(await set(first, 'short')).toEqual({ type: 'refused', because: 'weak', fault: 'too-short' });
  const tries = await Promise.all([1, 2, 3].map(() => set(first, 'a second long one')));
  expect(tries.filter((answer) => answer.type === 'changed')).toHaveLength(1);
  expect(await set(second, 'a third long one')).toEqual({ type: 'refused', because: 'no-such-link' });
  expect(await findSession(database.read('provide'), session.secret)).toBeNull();
  expect(await enter('forgot@lake.example')).toMatchObject({ type: 'refused' });
  expect(await enter('forgot@lake.example', 'a second long one')).toMatchObject({ type: 'signed-in' });
  expect(await letterTo('forgot@lake.example')).toMatchObject({ about: 'password-changed' });
});

it('says nothing, and mails nobody, for a forgotten password of nobody', async () => {
  await database.write('secure', (w) => askForNewPassword(w, 'nobody@lake.example', plainLetters));
  expect(await letterTo('nobody@lake.example')).toBeUndefined();
});

it('changes a password for who knows the present one, and ends the other sessions', async () => {
  const personId = await aPerson(database, { email: 'change@lake.example' });
  const [here, there] = [await sessionOf('change@lake.example'), await sessionOf('change@lake.example')];
  const change = (present: string, password: string) =>
    database.write('secure', (w) => changePassword(w, here, { present, password }, plainLetters));
  expect(await change('wrong', 'a second long one')).toEqual({ type: 'refused', because: 'wrong-password' });
  expect(await change(testPassword, 'qwertyuiop')).toEqual({ type: 'refused', because: 'weak', fault: 'too-common' });
  expect(await change(testPassword, 'a second long one')).toEqual({ type: 'changed', personId });
  expect(await findSession(database.read('provide'), here.secret)).not.toBeNull();
  expect(await findSession(database.read('provide'), there.secret)).toBeNull();
});

it('changes an address once the link mailed there was used, and tells the old one', async () => {
  const ada = await aPerson(database, { email: 'old@lake.example' });
  const ask = (email: string, password = testPassword) =>
    database.write('secure', (w) => askForNewEmail(w, ada, { email, password }, plainLetters));
  expect(await ask('new@lake.example', 'wrong')).toEqual({ type: 'refused', because: 'wrong-password' });
  expect(await ask('nowhere')).toEqual({ type: 'refused', because: 'no-address' });
  expect(await ask('New@lake.example')).toEqual({ type: 'asked' });
  expect(await enter('new@lake.example')).toMatchObject({ type: 'refused' });

  const { secret } = (await letterTo('new@lake.example'))!;
  const confirm = () => database.write('secure', (w) => confirmNewAddress(w, secret, plainLetters));
  expect(await confirm()).toEqual({ type: 'changed', from: 'old@lake.example', to: 'new@lake.example' });
  expect(await confirm()).toEqual({ type: 'refused', because: 'no-such-link' });
  expect(await enter('new@lake.example')).toMatchObject({ type: 'signed-in' });
  expect(await letterTo('old@lake.example')).toMatchObject({ about: 'address-changed' });
});

it('does not take over an address that somebody else got meanwhile', async () => {
  const ada = await aPerson(database, { email: 'mover@lake.example' });
  const form = { email: 'wanted@lake.example', password: testPassword };
  await database.write('secure', (w) => askForNewEmail(w, ada, form, plainLetters));
  const { secret } = (await letterTo('wanted@lake.example'))!;
  await aPerson(database, { email: 'wanted@lake.example', name: 'Ben' });
  const answer = await database.write('secure', (w) => confirmNewAddress(w, secret, plainLetters));
  expect(answer).toEqual({ type: 'refused', because: 'taken' });
  expect(await database.write('secure', (w) => askForNewEmail(w, ada, form, plainLetters))).toEqual({ type: 'asked' });
});

it('keeps a profile of which only the name is needed', async () => {
  const ada = await aPerson(database, { email: 'profile@lake.example' });
  const bare = {
    name: 'Ada',
    birthYear: null,
    gender: null,
    occupation: null,
    country: null,
    language: null,
    timeZone: null,
  };
  const edit = {
    ...bare,
    name: ' Ada L. ',
    occupation: ' ',
    country: 'PT',
    language: 'pt-PT',
    timeZone: 'Europe/Lisbon',
  };
  expect(await database.write('provide', (w) => editProfile(w, ada, edit))).toEqual({ type: 'stored' });
  expect(await getProfile(database.read('provide'), ada)).toEqual({
    ...edit,
    email: 'profile@lake.example',
    name: 'Ada L.',
    occupation: null,
  });
  const wrong = { name: '', birthYear: 3000, gender: 'x'.repeat(101), occupation: null };
  const odd = { ...wrong, country: 'Portugal', language: 'not a tag', timeZone: 'Mars/Olympus' };
  expect(await database.write('provide', (w) => editProfile(w, ada, odd))).toEqual({
    type: 'refused',
    because: 'faults',
    faults: {
      name: 'empty',
      birthYear: 'unknown',
      gender: 'too-long',
      country: 'unknown',
      language: 'unknown',
      timeZone: 'unknown',
    },
  });
});
