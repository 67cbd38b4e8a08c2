import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { map } from '../../map.ts';
import { aPerson } from '../identity/testing.ts';
import {
  askForIdentity,
  closeRequest,
  confirmRequest,
  enterRequest,
  eraseRequester,
  extendRequest,
  listRequests,
  noteIdentity,
  openRequest,
  type RequestView,
  reopenRequest,
  sendAccess,
  sendRequest,
  showIdentity,
  splitMailbox,
  takePrivacyMail,
  writeToRequester,
} from './index.ts';
import { aMail, aRequest, plainLetters } from './testing.ts';

const zone = 'Europe/Lisbon';
let dana: string;
let database: TestDatabase;
let now: Date;
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  now = new Date('2026-11-24T12:00:00Z');
  await aPerson(database, { email: 'ada@lake.example', name: 'Ada' });
  dana = await aPerson(database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2027-01-31T12:00:00Z');
  await database.asOwner('truncate privacy_request, mail cascade');
});

const rights = <T>(work: Parameters<typeof database.write<'rights', T>>[1]) => database.write('rights', work);

async function newestLetter(): Promise<{
  about: string;
  address: string;
  subject: string;
  body: string;
  reply_to: string;
}> {
  const [mail] = await database.asOwner<{
    about: string;
    address: string;
    subject: string;
    body: string;
    reply_to: string;
  }>('select about, address, subject, body, reply_to from mail order by id desc limit 1');
  return mail!;
}

/** A request that Ada sent by the form and confirmed. */
async function asked(form = aRequest): Promise<string> {
  const sent = await rights((w) => sendRequest(w, form, zone, 'en', plainLetters));
  if (sent.type === 'refused') throw new Error('refused');
  await rights(async (w) => confirmRequest(w, (await newestLetter()).body));
  return sent.id;
}

async function mailed(mail: Buffer): Promise<string> {
  expect(await takePrivacyMail(database, mail, zone)).toBe('request');
  const [row] = await database.asOwner<{ id: string }>('select id from privacy_request order by id desc limit 1');
  return row!.id;
}

async function view(id: string): Promise<RequestView> {
  return (await rights((w) => openRequest(w, id, dana)))!;
}

const all = { show: 'open', kind: null, operatorId: null } as const;
const list = () => rights((w) => listRequests(w, all, 1, { timeZone: zone, staffId: dana }));

describe('the form', () => {
  it('is seen by nobody before its letter is used, once, and runs from the day on which it was sent', async () => {
    const sent = await rights((w) => sendRequest(w, aRequest, zone, 'en', plainLetters));
    const letter = await newestLetter();
    expect(letter).toMatchObject({ about: 'confirm-request', address: 'ada@lake.example' });
    expect((await list()).rows).toEqual([]);
    const id = sent.type === 'received' ? sent.id : '';
    expect(await rights((w) => openRequest(w, id, dana))).toBeNull();

    now = new Date('2027-02-02T12:00:00Z');
    const secrets = [letter.body, letter.body, 'x'];
    const results = [];
    for (const secret of secrets) results.push((await rights((w) => confirmRequest(w, secret))).type);
    expect(results).toEqual(['confirmed', 'refused', 'refused']);
    expect(await view(id)).toMatchObject({ due_on: '2027-02-28', name: 'Ada', kind: 'access', came_by: 'form' });
    // The address has an account: the link has shown that it is she.
    expect((await view(id)).identity_shown_at).toEqual(now);
    expect((await view(id)).person_id).not.toBeNull();
  });

  it.each([
    ['kind', { kind: 'everything' }, 'no-choice'],
    ['email', { email: 'ada' }, 'no-address'],
    ['email', { email: ' ' }, 'empty'],
    ['name', { name: 'win at www.bait.example' }, 'odd-characters'],
    ['words', { words: ' \n' }, 'empty'],
    ['words', { words: 'x'.repeat(5001) }, 'too-long'],
  ])('says what is wrong with its field %s', async (field, change, fault) => {
    const sent = await rights((w) => sendRequest(w, { ...aRequest, ...change }, zone, 'en', plainLetters));
    expect(sent).toEqual({ type: 'refused', because: 'faults', faults: { [field]: fault } });
  });
});

it('shows each look of an operator in the ledger of whoever asked', async () => {
  const id = await asked();
  await view(id);
  const lines = await database.asOwner(
    "select role, said ->> 'purpose' as purpose from ledger_entry where kind = 'look-up'",
  );
  expect(lines).toContainEqual({ role: 'operator', purpose: 'rights' });
});

describe('the clock', () => {
  it('stands still from asking until identity is shown, and goes on from there', async () => {
    const id = await mailed(aMail());
    expect(await view(id)).toMatchObject({ due_on: '2027-02-28', came_by: 'mail', identity_shown_at: null });
    expect(await rights((w) => askForIdentity(w, id, zone, plainLetters))).toEqual({ type: 'asked' });
    expect(await view(id)).toMatchObject({ due_on: null, identity_asked_on: '2027-01-31' });
    now = new Date('2027-02-05T12:00:00Z');
    // Another letter does not begin another pause.
    await rights((w) => askForIdentity(w, id, zone, plainLetters));
    const letter = await newestLetter();
    expect(letter).toMatchObject({ address: 'ada@lake.example', reply_to: 'privacy@mooc.test' });
    now = new Date('2027-02-10T12:00:00Z');
    expect(await rights((w) => showIdentity(w, letter.body, zone))).toEqual({ type: 'shown' });
    expect(await view(id)).toMatchObject({ due_on: '2027-03-10', paused_days: 10, identity_asked_on: null });
    expect(await rights((w) => askForIdentity(w, id, zone, plainLetters))).toMatchObject({ because: 'known' });
  });

  it('goes on by a note as well, which says how', async () => {
    const id = await mailed(aMail());
    expect(await rights((w) => noteIdentity(w, id, ' ', zone))).toMatchObject({ because: 'no-words' });
    await rights((w) => noteIdentity(w, id, 'Showed her passport', zone));
    expect((await view(id)).records.at(-1)).toMatchObject({ kind: 'identity-shown', body: 'Showed her passport' });
    expect(await view(id)).toMatchObject({ due_on: '2027-02-28', paused_days: 0 });
  });

  it('gives two more months once, with a reason that the person is told, within the first', async () => {
    const id = await asked();
    const extend = (reason: string) => rights((w) => extendRequest(w, id, reason, zone, plainLetters));
    expect(await extend(' ')).toMatchObject({ because: 'no-words' });
    now = new Date('2027-02-28T23:59:00Z');
    expect(await extend('Many files')).toEqual({ type: 'extended' });
    expect(await newestLetter()).toMatchObject({ about: 'request-extended', body: '2027-04-30: Many files' });
    expect((await view(id)).due_on).toBe('2027-04-30');
    expect(await extend('More')).toMatchObject({ because: 'extended' });
    const late = await mailed(aMail());
    now = new Date('2027-04-01T12:00:00Z');
    expect(await rights((w) => extendRequest(w, late, 'Late', zone, plainLetters))).toMatchObject({
      because: 'too-late',
    });
  });

  it('puts what is late first, and counts it', async () => {
    const early = await mailed(aMail());
    now = new Date('2027-02-10T12:00:00Z');
    const later = await mailed(aMail());
    const waiting = await mailed(aMail());
    await rights((w) => askForIdentity(w, waiting, zone, plainLetters));
    now = new Date('2027-03-01T12:00:00Z');
    const { rows, counts } = await list();
    expect(rows.map(({ id }) => id)).toEqual([early, later, waiting]);
    expect(counts).toEqual({ open: 3, late: 1, news: 0 });
  });
});

describe('mail to the privacy address', () => {
  it('becomes a request once, and a reply finds its request by subject or address', async () => {
    const first = aMail({ id: 'one', headers: ['Received: from x by y; Sat, 30 Jan 2027 10:00:00 +0000'] });
    const id = await mailed(first);
    expect(await takePrivacyMail(database, first, zone)).toBe('left');
    const { reference, received_on } = await view(id);
    expect(received_on).toBe('2027-01-30');
    await rights((w) => writeToRequester(w, id, { subject: 'Your data', body: 'Dear Ada' }, plainLetters));
    const { subject, reply_to } = await newestLetter();
    expect([subject, reply_to]).toEqual([`Your data [#${reference}]`, 'privacy@mooc.test']);
    const bySubject = aMail({ from: 'ben@lake.example', subject: `RE: ${subject.toUpperCase()}`, text: 'From Ben' });
    const byAddress = aMail({ headers: [`Cc: privacy+${reference}@mooc.test`], text: 'From Ada' });
    expect(await takePrivacyMail(database, bySubject, zone)).toBe('reply');
    expect(await takePrivacyMail(database, byAddress, zone)).toBe('reply');
    const { records, has_news } = await view(id);
    expect(records.map(({ kind, sender, body }) => [kind, sender, body])).toEqual([
      ['letter-in', 'ada@lake.example', 'What do you hold about me?'],
      ['letter-out', null, 'Dear Ada'],
      ['letter-in', 'ben@lake.example', 'From Ben'],
      ['letter-in', 'ada@lake.example', 'From Ada'],
    ]);
    expect(has_news).toBe(2);
  });

  it('of one sender makes five requests a day, and what is more goes to the newest', async () => {
    const taken = [];
    for (let turn = 0; turn < 8; turn++) taken.push(await takePrivacyMail(database, aMail(), zone));
    expect(taken).toEqual([...Array(5).fill('request'), ...Array(3).fill('reply')]);
    expect(await takePrivacyMail(database, aMail({ from: 'ben@lake.example' }), zone)).toBe('request');
    now = new Date('2027-02-02T12:00:00Z');
    expect(await takePrivacyMail(database, aMail(), zone)).toBe('request');
  });

  it('is left alone when a program wrote it', async () => {
    for (const header of [
      'Auto-Submitted: auto-replied',
      'Precedence: bulk',
      'List-Id: <lake.example>',
      'Return-Path: <>',
      'Content-Type: multipart/report; boundary=x',
    ])
      expect(await takePrivacyMail(database, aMail({ headers: [header] }), zone), header).toBe('left');
    expect(await takePrivacyMail(database, aMail({ from: 'nobody' }), zone)).toBe('left');
    expect(await takePrivacyMail(database, Buffer.from('\0\xff nonsense'), zone)).toBe('left');
    const nested = Array.from(
      { length: 40 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    );
    const deep = Buffer.from(`From: ada@lake.example\r\n${nested.join('')}`);
    expect(await takePrivacyMail(database, deep, zone)).toBe('left');
  });

  it('is read in any language and form, and the files with it are named', async () => {
    const parts = [
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b',
      'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n',
      Buffer.from('<p>O que têm <b>sobre</b> mim?</p><script>x()</script>').toString('base64'),
      '--b',
      'Content-Type: application/pdf; name="id.pdf"\r\nContent-Disposition: attachment; filename="id.pdf"\r\n',
      'x\r\n--b--',
    ];
    const head =
      'From: =?utf-8?q?Jos=C3=A9?= <jose@lake.example>\r\nSubject: =?utf-8?q?Ol=C3=A1?=\r\nMIME-Version: 1.0\r\n';
    const id = await mailed(Buffer.from(head + parts.join('\r\n')));
    const { name, records } = await view(id);
    expect([name, records[0]!.subject, records[0]!.body]).toEqual(['José', 'Olá', 'O que têm sobre mim?\n\n[id.pdf]']);
  });

  it('comes out of a mailbox file in one piece each', async () => {
    const mbox = Buffer.concat(
      [aMail({ text: 'One' }), aMail({ text: 'Two' })].flatMap((mail) => [Buffer.from('From ada@x Sat\r\n'), mail]),
    );
    expect(splitMailbox(mbox).map((mail) => mail.toString().trim().slice(-3))).toEqual(['One', 'Two']);
    expect(splitMailbox(aMail())).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('sends the way to what is held only to who has an account', async () => {
    const id = await asked();
    expect(await rights((w) => sendAccess(w, id, plainLetters))).toEqual({ type: 'sent' });
    expect(await newestLetter()).toMatchObject({ about: 'request-access', address: 'ada@lake.example' });
    const stranger = await mailed(aMail({ from: 'eve@lake.example' }));
    expect(await rights((w) => sendAccess(w, stranger, plainLetters))).toMatchObject({ because: 'no-account' });
  });

  it('closes, refuses with reasons only, and opens again with its day', async () => {
    const id = await asked();
    expect(await rights((w) => closeRequest(w, id, 'refused', ''))).toMatchObject({ because: 'no-words' });
    await rights((w) => closeRequest(w, id, 'answered', ''));
    expect((await list()).rows).toEqual([]);
    const { reference } = await view(id);
    await takePrivacyMail(database, aMail({ subject: `Re: [#${reference}]` }), zone);
    expect((await list()).rows).toMatchObject([{ id, has_news: 1, state: 'answered' }]);
    expect(await rights((w) => closeRequest(w, id, 'answered', ''))).toMatchObject({ because: 'closed' });
    await rights((w) => reopenRequest(w, id));
    expect((await list()).rows).toMatchObject([{ id, due_on: '2027-02-28' }]);
  });

  it('erases only whose identity is known, and the request stays without a word of theirs', async () => {
    const form = { ...aRequest, kind: 'erasure', email: 'cleo@lake.example', name: 'Cleo' };
    await aPerson(database, { email: form.email, name: 'Cleo' });
    const mail = await mailed(aMail({ from: 'cleo@lake.example' }));
    const erase = (id: string) => rights((w) => eraseRequester(w, map, id, plainLetters));
    expect(await erase(mail)).toMatchObject({ because: 'identity-unknown' });
    const id = await asked(form);
    expect(await erase(id)).toMatchObject({ type: 'erased' });
    expect(await database.asOwner("select from person where email = 'cleo@lake.example'")).toEqual([]);
    expect(await database.asOwner('select from requester')).toEqual([]);
    expect(await database.asOwner('select from request_record')).toEqual([]);
    expect(await view(id)).toMatchObject({ state: 'answered', name: null, email: null, kind: 'erasure' });
    expect((await newestLetter()).about).toBe('request-erased');
  });
});

it('marks what operators entered, and believes no date to come', async () => {
  const later = new Date('2028-01-01T00:00:00Z');
  const entered = await rights((w) => enterRequest(w, aRequest, later, zone));
  const id = entered.type === 'received' ? entered.id : '';
  expect(await view(id)).toMatchObject({ came_by: 'desk', received_at: now, identity_shown_at: null });
});
