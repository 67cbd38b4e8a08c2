import { spawn } from 'node:child_process';
import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { aMailServer, type MailServer, type ReceivedMail } from '../../../test/support/mail-server.ts';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createMailTransport, type DkimKey } from '../../kernel/mail/index.ts';
import {
  chooseUpdates,
  createMailingSender,
  draftMailing,
  editMailing,
  findMailing,
  findMySignUp,
  scheduleMailing,
  stopMailing,
  stopMailings,
  takeReturnedMail,
} from './index.ts';
import { aSignUp, plainWords, sendForm } from './testing.ts';

let ahead_ms = 0;
let database: TestDatabase;
let server: MailServer | null = null;
beforeAll(async () => {
  database = await aDatabase({ clock: () => new Date(Date.now() + ahead_ms) });
});
afterAll(() => database.close());
beforeEach(() => database.asOwner('truncate contact, mail, mailing cascade'));
afterEach(async () => {
  await server?.close();
  server = null;
  ahead_ms = 0;
});

const wording = {
  subject: 'We are open',
  body: 'Come **in** [here](/build), or ![pixel](https://bait.example/p.gif)',
  audience: null,
};

/** A mailing that is due now. */
async function aMailing(given: Partial<typeof wording> & { audience?: null } = {}): Promise<string> {
  const drafted = await database.write('contact', (w) => draftMailing(w, { ...wording, ...given }));
  if (drafted.type === 'refused') throw new Error(drafted.because);
  await database.write('contact', (w) => scheduleMailing(w, drafted.id, w.now()));
  return drafted.id;
}

function aSender(url: string, options: { readonly perMinute?: number; readonly dkim?: DkimKey } = {}) {
  const transport = createMailTransport({
    smtpUrl: url,
    from: 'mooc <no-reply@mooc.test>',
    dkim: options.dkim ?? null,
  });
  const perMinute = options.perMinute ?? 60_000;
  return createMailingSender({ database, transport, words: plainWords, perMinute, onFailed: () => {} });
}

const copiesOf = async (id: string) => (await findMailing(database.read('contact'), id))!.copies;
const headersOf = ({ raw }: ReceivedMail) => raw.split('\r\n\r\n')[0]!.replaceAll(/\r\n[ \t]+/g, ' ');
const secretOf = (mail: ReceivedMail) => /\/mail\/stop\/([\w-]{43})>/.exec(headersOf(mail))![1]!;

describe('a mailing', () => {
  it('goes to those alone who asked for it and confirmed it, in two forms, without a picture', async () => {
    server = await aMailServer();
    await aSignUp(database, 'ada@lake.example');
    await aSignUp(database, 'no-news@lake.example', false);
    await sendForm(database, { email: 'unconfirmed@lake.example' });
    const id = await aMailing();
    await aSender(server.url).work();
    expect(server.received.map(({ to }) => to)).toEqual(['ada@lake.example']);
    const [mail] = server.received;
    const headers = headersOf(mail!);
    expect(headers).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(headers).toMatch(/^List-Unsubscribe: <https:\/\/mooc\.test\/mail\/stop\/[\w-]{43}>$/m);
    expect(headers).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
    const plain = mail!.raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
    expect(plain).toContain('Come **in** here <https://mooc.test/build>, or pixel');
    expect(plain).toContain('<a href="https://mooc.test/build">here</a>');
    expect(plain).not.toContain('<img');
    expect(plain).not.toContain('bait.example');
    expect(await findMailing(database.read('contact'), id)).toMatchObject({ state: 'sent', copies: { sent: 1 } });
    await aSender(server.url).work();
    expect(server.received).toHaveLength(1);
  });

  it('goes to the senders of one form alone, when it is for them', async () => {
    server = await aMailServer();
    await aSignUp(database, 'ada@lake.example');
    const drafted = await database.write('contact', (w) => draftMailing(w, { ...wording, audience: 'teachers' }));
    if (drafted.type === 'refused') throw new Error('refused');
    expect(await findMailing(database.read('contact'), drafted.id)).toMatchObject({ reaches: 0 });
    await database.write('contact', (w) => editMailing(w, drafted.id, { ...wording, audience: 'institutions' }));
    expect(await findMailing(database.read('contact'), drafted.id)).toMatchObject({ reaches: 1 });
  });

  it('takes no subject that would begin another header', async () => {
    const draft = (subject: string) => database.write('contact', (w) => draftMailing(w, { ...wording, subject }));
    for (const subject of ['Hi\r\nBcc: eve@bait.example', 'Hi\u2028X: 1', '', 'x'.repeat(151)])
      expect(await draft(subject)).toEqual({ type: 'refused', because: 'subject' });
  });

  it('leaves out who took their yes back while it was on its way, and can be stopped', async () => {
    const secrets = new Map<string, string>();
    server = await aMailServer({
      // While the first copy is on its way, all others change their minds.
      beforeTaking: async ({ to }) => {
        for (const [email, secret] of secrets)
          if (email !== to) await database.write('contact', (w) => chooseUpdates(w, secret, 'no'));
      },
    });
    for (const email of ['ada@lake.example', 'ben@lake.example', 'chidi@lake.example'])
      secrets.set(email, await aSignUp(database, email));
    const id = await aMailing();
    await aSender(server.url).work();
    expect(server.received).toHaveLength(1);
    expect(await copiesOf(id)).toMatchObject({ sent: 1, 'left-out': 2, waiting: 0 });
    const later = await aMailing();
    expect(await database.write('contact', (w) => stopMailing(w, later))).toEqual({ type: 'stopped' });
    await aSender(server.url).work();
    expect(await findMailing(database.read('contact'), later)).toMatchObject({ state: 'draft' });
  });

  it('keeps to its rate, which two senders share', async () => {
    server = await aMailServer();
    for (let i = 0; i < 6; i++) await aSignUp(database, `person${i}@lake.example`);
    await aMailing();
    const begun = performance.now();
    await Promise.all([aSender(server.url, { perMinute: 600 }).work(), aSender(server.url, { perMinute: 600 }).work()]);
    expect(performance.now() - begun).toBeGreaterThan(480);
    expect(server.received.map(({ to }) => to).sort()).toEqual(
      Array.from({ length: 6 }, (_, i) => `person${i}@lake.example`),
    );
  });

  it('tries again what a server puts off, gives up what it refuses for good, and writes there no more', async () => {
    let isBusy = true;
    server = await aMailServer({
      refuse: (address) => (address.startsWith('gone') ? 550 : isBusy ? 451 : null),
    });
    await aSignUp(database, 'gone@lake.example');
    await aSignUp(database, 'ada@lake.example');
    const id = await aMailing();
    await aSender(server.url).work();
    expect(await copiesOf(id)).toMatchObject({ refused: 1, waiting: 1 });
    isBusy = false;
    ahead_ms = 61_000;
    await aSender(server.url).work();
    expect(await copiesOf(id)).toMatchObject({ refused: 1, sent: 1 });
    const next = await aMailing();
    expect(await findMailing(database.read('contact'), next)).toMatchObject({ reaches: 1 });
  });

  it('waits for a server that is not there', async () => {
    await aSignUp(database, 'ada@lake.example');
    await aSignUp(database, 'ben@lake.example');
    const id = await aMailing();
    await aSender('smtp://127.0.0.1:9').work();
    expect(await copiesOf(id)).toMatchObject({ waiting: 2 });
    expect(await database.asOwner('select tries from delivery order by tries')).toEqual([{ tries: 0 }, { tries: 1 }]);
  });
});

it('mails nobody twice though the process is killed in the middle, and says what is in doubt', async () => {
  const people = Array.from({ length: 12 }, (_, i) => `person${i}@lake.example`);
  let kill: (() => void) | null = null;
  server = await aMailServer({
    beforeTaking: async () => {
      if (server!.received.length !== 5) return;
      // The server has the fifth mail, and the sender will never hear of it.
      kill?.();
      await gone;
    },
  });
  for (const email of people) await aSignUp(database, email);
  const id = await aMailing();
  const run = (ahead: string) =>
    spawn(
      process.execPath,
      ['test/support/sending-process.ts', inject('socketFolder'), database.name, server!.url, ahead],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  const first = run('0');
  const gone = once(first, 'exit');
  kill = () => first.kill('SIGKILL');
  expect(await gone).toEqual([null, 'SIGKILL']);
  expect(await copiesOf(id)).toMatchObject({ sent: 4, claimed: 1, waiting: 7 });

  const [code] = await once(run('16'), 'exit');
  expect(code).toBe(0);
  expect(server.received.map(({ to }) => to).sort()).toEqual(people.sort());
  expect(await findMailing(database.read('contact'), id)).toMatchObject({
    state: 'sent',
    copies: { sent: 11, unsure: 1, waiting: 0, claimed: 0 },
  });
});

describe('the way out', () => {
  it('is the link of each copy, for as long as it is remembered', async () => {
    server = await aMailServer();
    const mine = await aSignUp(database, 'ada@lake.example');
    await aMailing();
    await aSender(server.url).work();
    const secret = secretOf(server.received[0]!);
    const stop = (one: string) => database.write('contact', (w) => stopMailings(w, one, 'one click'));
    expect(await stop('x'.repeat(43))).toEqual({ type: 'refused', because: 'no-such-link' });
    expect(await stop(secret)).toEqual({ type: 'stopped' });
    expect(await stop(secret)).toEqual({ type: 'stopped' });
    const view = await findMySignUp(database.read('contact'), mine);
    expect(view!.getsUpdates).toBe(false);
    expect(view!.ledger.map(({ what, about }) => [what, about])).toContainEqual(['mailing', 'We are open']);
  });

  it('takes in bounces and complaints that return our copy, and no forged ones', async () => {
    server = await aMailServer();
    for (const name of ['ada', 'ben', 'chidi', 'eve']) await aSignUp(database, `${name}@lake.example`);
    await aMailing();
    await aSender(server.url).work();
    const copy = (name: string) => server!.received.find(({ to }) => to.startsWith(name))!;
    const bounce = (status: string, returned: string) =>
      [
        'From MAILER-DAEMON Tue Nov 24 10:00:00 2026',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mx.lake.example',
        '',
        'Final-Recipient: rfc822; somebody@lake.example',
        'Action: failed',
        `Status: ${status}`,
        '',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        returned,
        '--b--',
        '',
      ].join('\r\n');
    const complaint = [
      'From abuse Tue Nov 24 10:00:00 2026',
      'Content-Type: multipart/report; report-type=feedback-report; boundary="c"',
      '',
      '--c',
      'Content-Type: message/feedback-report',
      '',
      'Feedback-Type: abuse',
      '',
      '--c',
      'Content-Type: message/rfc822',
      '',
      copy('ben').raw,
      '--c--',
      '',
    ].join('\n');
    const forged = bounce('5.1.1', 'List-Unsubscribe: <https://mooc.test/mail/stop/'.concat('x'.repeat(43), '>'));
    const file = [
      bounce('5.1.1', copy('ada').raw.split('\r\n\r\n')[0]!),
      complaint,
      bounce('4.2.2', copy('chidi').raw.split('\r\n\r\n')[0]!),
      forged,
      'From friend\nSubject: Hello\n\nJust a letter.\n',
    ].join('');
    const counts = await database.write('contact', (w) => takeReturnedMail(w, file));
    expect(counts).toEqual({ bounces: 1, complaints: 1, others: 3 });
    const next = await aMailing();
    await aSender(server.url).work();
    const reached = server.received.slice(4).map(({ to }) => to);
    expect(reached.sort()).toEqual(['chidi@lake.example', 'eve@lake.example']);
    expect(await copiesOf(next)).toMatchObject({ sent: 2 });
  });
});

it('signs what it sends, the headers of the way out too', async () => {
  server = await aMailServer();
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  await aSignUp(database, 'ada@lake.example');
  await aMailing();
  await aSender(server.url, { dkim: { domain: 'mooc.test', selector: 'one', privateKey: pem } }).work();
  const [head = '', ...rest] = server.received[0]!.raw.split('\r\n\r\n');
  const fields = head.split(/\r\n(?![ \t])/);
  const signature = fields.find((field) => /^dkim-signature:/i.test(field))!;
  const tag = (name: string) => new RegExp(`[;\\s]${name}=([^;]+)`).exec(signature)![1]!.replaceAll(/\s/g, '');
  expect([tag('d'), tag('s')]).toEqual(['mooc.test', 'one']);
  expect(tag('h').toLowerCase().split(':')).toEqual(
    expect.arrayContaining(['from', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']),
  );
  const body = `${rest
    .join('\r\n\r\n')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/ \r\n/g, '\r\n')
    .replace(/(\r\n)*$/, '')}\r\n`;
  expect(createHash('sha256').update(body).digest('base64')).toBe(tag('bh'));
  const relaxed = (field: string) => {
    const colon = field.indexOf(':');
    const value = field
      .slice(colon + 1)
      .replaceAll(/\s+/g, ' ')
      .trim();
    return `${field.slice(0, colon).toLowerCase().trim()}:${value}`;
  };
  const signed = tag('h')
    .split(':')
    .map((name) => fields.find((field) => field.toLowerCase().startsWith(`${name.toLowerCase()}:`)))
    .filter((field) => field !== undefined)
    .map(relaxed);
  const unsigned = relaxed(signature).replace(/(;\s?b=)[^;]*$/, '$1');
  const verify = createVerify('RSA-SHA256').update([...signed, unsigned].join('\r\n'));
  expect(verify.verify(publicKey, tag('b'), 'base64')).toBe(true);
});
