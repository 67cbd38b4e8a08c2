import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { newWord } from '../../kernel/ids.ts';
import { listOutbox } from '../../kernel/mail/index.ts';
import { ensurePerson } from '../identity/index.ts';
import {
  changeRole,
  findMemberInvitation,
  findMemberRole,
  findOrganisation,
  handOver,
  inviteMember,
  joinOrganisation,
  listInvitations,
  listMembers,
  listMemberships,
  listOwned,
  type MemberRole,
  memberRoles,
  openOrganisation,
  removeMember,
  withdrawInvitation,
} from './index.ts';
import type { OrganisationLetters } from './letters.ts';

let database: TestDatabase;
let now = new Date('2026-11-24T12:00:00Z');
let secret = '';

const letters: OrganisationLetters = {
  opened: ({ organisation, state }) => ({ subject: `${organisation.name} is ${state}`, text: 'x' }),
  invited: (facts) => {
    secret = facts.secret;
    return { subject: `${facts.by ?? 'operators'}: ${facts.role} at ${facts.organisation}`, text: 'x' };
  },
};

beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
});
afterAll(() => database.close());

async function aPerson(name: string): Promise<string> {
  const person = { email: `${newWord(8)}@lake.example`, name, password: newWord(12), isOperator: false };
  return database.write('secure', (w) => ensurePerson(w, person));
}

/** A new organisation of Chidi's. */
async function anOrganisation(needsApproval = false): Promise<{ key: string; chidi: string }> {
  const [key, chidi] = [newWord(8), await aPerson('Chidi')];
  const person = { personId: chidi, email: 'chidi@lake.example', name: 'Chidi', language: null };
  const wish = { key, kind: 'teacher', name: 'Rivers', description: '' } as const;
  const opened = await database.write('provide', (w) => openOrganisation(w, person, wish, { needsApproval, letters }));
  expect(opened.type).toBe('opened');
  return { key, chidi };
}

async function join(key: string, name: string, role: MemberRole): Promise<string> {
  const personId = await aPerson(name);
  await invite(key, `${newWord(8)}@lake.example`, role);
  await database.write('provide', (w) => joinOrganisation(w, personId, secret));
  return personId;
}

function invite(organisationKey: string, email: string, role: MemberRole) {
  const operator = { type: 'operator', language: null } as const;
  return database.write('provide', (w) => inviteMember(w, operator, { organisationKey, email, role }, letters));
}

const roleOf = (key: string, personId: string) => findMemberRole(database.read('provide'), personId, key);

describe('opening', () => {
  it('makes whoever opens it the owner, and writes to them', async () => {
    const { key, chidi } = await anOrganisation();
    expect(await roleOf(key.toUpperCase(), chidi)).toBe('owner');
    expect(await listMemberships(database.read('provide'), chidi)).toEqual([{ key, name: 'Rivers', role: 'owner' }]);
    expect(await findOrganisation(database.read('provide'), key)).toMatchObject({ state: 'open', kind: 'teacher' });
    const sent = await listOutbox(database.read('contact'));
    expect(JSON.stringify(sent)).toContain('Rivers is open');
  });

  it('waits for an operator where that is set', async () => {
    const { key } = await anOrganisation(true);
    expect(await findOrganisation(database.read('provide'), key)).toMatchObject({ state: 'waiting' });
  });

  it('takes no key that is there in whatever case, and none with letters that look like others', async () => {
    const { key } = await anOrganisation();
    const ada = { personId: await aPerson('Ada'), email: 'ada@lake.example', name: 'Ada', language: null };
    const open = (wanted: string) =>
      database.write('provide', (w) =>
        openOrganisation(
          w,
          ada,
          { key: wanted, kind: 'teacher', name: 'Mine', description: '' },
          { needsApproval: false, letters },
        ),
      );
    expect(await open(key.toUpperCase())).toEqual({ type: 'refused', because: 'taken' });
    for (const wanted of ['', 'x', 'Lake U', 'LаkeU', '../x', 'x'.repeat(41)]) {
      expect(await open(wanted)).toEqual({ type: 'refused', because: 'fault', fault: 'key' });
    }
    expect(await listMemberships(database.read('provide'), ada.personId)).toEqual([]);
  });
});

describe('members', () => {
  it('change roles as the table says, and nobody but an owner makes or unmakes owners', async () => {
    const { key, chidi } = await anOrganisation();
    const ben = await join(key, 'Ben', 'teacher');
    for (const role of memberRoles.slice(1)) {
      const actorId = await join(key, 'Ada', role);
      const change = (personId: string, becomes: MemberRole) =>
        database.write('provide', (w) => changeRole(w, { organisationKey: key, actorId, personId }, becomes));
      const noRight = { type: 'refused', because: 'no-right' };
      expect(await change(ben, 'author')).toEqual(role === 'administrator' ? { type: 'stored' } : noRight);
      expect(await change(ben, 'owner')).toEqual(noRight);
      expect(await change(actorId, 'owner')).toEqual(noRight);
      expect(await change(chidi, 'teacher')).toEqual(noRight);
      const takeOut = { organisationKey: key, actorId, personId: chidi };
      expect(await database.write('provide', (w) => removeMember(w, takeOut))).toEqual(noRight);
    }
    expect(await roleOf(key, chidi)).toBe('owner');
  });

  it('always have an owner: the last one stays, also when the two there are leave at once', async () => {
    const { key, chidi } = await anOrganisation();
    const leave = (personId: string) =>
      database.write('provide', (w) => removeMember(w, { organisationKey: key, actorId: personId, personId }));
    const lastOwner = { type: 'refused', because: 'last-owner' };
    expect(await leave(chidi)).toEqual(lastOwner);
    const down = { organisationKey: key, actorId: chidi, personId: chidi };
    expect(await database.write('provide', (w) => changeRole(w, down, 'author'))).toEqual(lastOwner);
    const ada = await join(key, 'Ada', 'owner');
    const both = await Promise.all([leave(chidi), leave(ada)]);
    expect(both.map(({ type }) => type).sort()).toEqual(['refused', 'stored']);
    expect(await listMembers(database.read('provide'), key)).toHaveLength(1);
    expect((await listOwned(database.read('provide'))).has(key)).toBe(true);
  });

  it('hand over: the other becomes owner, and who was one administrator', async () => {
    const { key, chidi } = await anOrganisation();
    const ada = await join(key, 'Ada', 'author');
    const over = (actorId: string, personId: string) =>
      database.write('provide', (w) => handOver(w, { organisationKey: key, actorId, personId }));
    expect(await over(ada, chidi)).toEqual({ type: 'refused', because: 'no-right' });
    expect(await over(chidi, await aPerson('Ben'))).toEqual({ type: 'refused', because: 'no-such-member' });
    expect(await over(chidi, chidi)).toEqual({ type: 'refused', because: 'no-such-member' });
    expect(await over(chidi, ada)).toEqual({ type: 'stored' });
    expect([await roleOf(key, ada), await roleOf(key, chidi)]).toEqual(['owner', 'administrator']);
  });

  it('leave whenever they like, and are then nothing there', async () => {
    const { key } = await anOrganisation();
    const ben = await join(key, 'Ben', 'analyst');
    const at = { organisationKey: key, actorId: ben, personId: ben };
    expect(await database.write('provide', (w) => removeMember(w, at))).toEqual({ type: 'stored' });
    expect(await roleOf(key, ben)).toBeNull();
    expect(await database.write('provide', (w) => removeMember(w, at))).toEqual({
      type: 'refused',
      because: 'no-right',
    });
  });
});

describe('invitations', () => {
  it('make a member once, and say nothing about accounts', async () => {
    const { key } = await anOrganisation();
    const known = { email: 'known@lake.example', name: 'Ada', password: newWord(12), isOperator: false };
    const ada = await database.write('secure', (w) => ensurePerson(w, known));
    expect(await invite(key, known.email, 'author')).toEqual(await invite(key, 'new@lake.example', 'author'));
    await invite(key, known.email.toUpperCase(), 'author');
    expect(await listInvitations(database.read('provide'), key)).toHaveLength(2);
    const use = (personId: string) => database.write('provide', (w) => joinOrganisation(w, personId, secret));
    expect(await findMemberInvitation(database.read('provide'), secret)).toMatchObject({ role: 'author' });
    const ben = await aPerson('Ben');
    const both = await Promise.all([use(ada), use(ben)]);
    expect(both.map(({ type }) => type).sort()).toEqual(['joined', 'refused']);
    expect(await findMemberInvitation(database.read('provide'), secret)).toBeNull();
    expect(await findMemberInvitation(database.read('provide'), 'guessed')).toBeNull();
  });

  it('open nothing once a newer one was sent, they were taken back, or their term is over', async () => {
    const { key } = await anOrganisation();
    const ben = await aPerson('Ben');
    const use = (link: string) => database.write('provide', (w) => joinOrganisation(w, ben, link));
    const gone = { type: 'refused', because: 'no-such-link' };
    await invite(key, 'ben@lake.example', 'author');
    const first = secret;
    await invite(key, 'ben@lake.example', 'author');
    expect(await use(first)).toEqual(gone);
    const [open] = await listInvitations(database.read('provide'), key);
    await database.write('provide', (w) => withdrawInvitation(w, key, open!.id));
    expect(await use(secret)).toEqual(gone);
    await invite(key, 'ben@lake.example', 'author');
    const before = now;
    now = new Date(now.getTime() + 15 * 86_400_000);
    expect(await listInvitations(database.read('provide'), key)).toEqual([]);
    expect(await use(secret)).toEqual(gone);
    now = before;
    expect(await roleOf(key, ben)).toBeNull();
  });

  it('leave who is a member already the stronger role', async () => {
    const { key, chidi } = await anOrganisation();
    const ben = await join(key, 'Ben', 'author');
    await invite(key, 'x@lake.example', 'analyst');
    await database.write('provide', (w) => joinOrganisation(w, ben, secret));
    expect(await roleOf(key, ben)).toBe('author');
    await invite(key, 'x@lake.example', 'owner');
    await database.write('provide', (w) => joinOrganisation(w, ben, secret));
    expect(await roleOf(key, ben)).toBe('owner');
    expect(await roleOf(key, chidi)).toBe('owner');
  });

  it('are sent by those alone who may, and to addresses alone', async () => {
    const { key, chidi } = await anOrganisation();
    const author = await join(key, 'Ada', 'author');
    const administrator = await join(key, 'Ben', 'administrator');
    const as = (personId: string, role: MemberRole, email = 'new@lake.example') =>
      database.write('provide', (w) =>
        inviteMember(
          w,
          { type: 'member', personId, name: 'A', language: null },
          { organisationKey: key, email, role },
          letters,
        ),
      );
    const noRight = { type: 'refused', because: 'no-right' };
    expect(await as(author, 'analyst')).toEqual(noRight);
    expect(await as(await aPerson('Dana'), 'analyst')).toEqual(noRight);
    expect(await as(administrator, 'owner')).toEqual(noRight);
    expect(await as(administrator, 'administrator')).toEqual({ type: 'invited' });
    expect(await as(chidi, 'owner')).toEqual({ type: 'invited' });
    expect(await as(chidi, 'author', 'a@b\r\nBcc: x@y.example')).toEqual({ type: 'refused', because: 'no-address' });
  });
});
