import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import {
  createMailTransport,
  createPostOffice,
  isMailAddress,
  letterQueued,
  listOutbox,
  type MailTransport,
  type PostOffice,
  queueLetter,
} from './index.ts';

interface Received {
  readonly to: string[];
  readonly raw: string;
}

let now = new Date('2026-11-24T10:00:00Z');
let database: TestDatabase;
let server: SMTPServer;
let office: PostOffice;
let transport: MailTransport;
let received: Received[] = [];
let failures: string[] = [];
/** What the server answers to a recipient; null accepts. */
let refuse: ((address: string) => number | null) | null = null;

beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = refuse?.(address) ?? null;
      done(code ? Object.assign(new Error(`no ${address}`), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ to, raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
});
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await database.close();
});
beforeEach(async () => {
  [received, failures, refuse] = [[], [], null];
  await database.asOwner('truncate mail');
  const { port } = server.server.address() as AddressInfo;
  transport = createMailTransport({
    smtpUrl: `smtp://127.0.0.1:${port}`,
    from: 'mooc <no-reply@mooc.example>',
    dkim: null,
  });
  office = createPostOffice({ database, transport, onFailed: (_, reason) => failures.push(reason) });
});
afterEach(() => office.close());

function queue(address = 'ada@lake.example', letter = { subject: 'Good day', text: 'https://mooc.example/link\n' }) {
  return database.write('secure', (w) => queueLetter(w, { personId: null, address }, 'new-password', letter));
}

async function outbox() {
  const letters = await listOutbox(database.read('contact'));
  return letters.map(({ state, text, address }) => ({ state, text, address }));
}

it('sends what was queued once it is committed, and forgets the words', async () => {
  await queue();
  await office.deliver();
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ to: ['ada@lake.example'] });
  expect(received[0]!.raw).toContain('Subject: Good day');
  expect(received[0]!.raw).toContain('From: mooc <no-reply@mooc.example>');
  expect(await outbox()).toEqual([{ state: 'sent', text: null, address: 'ada@lake.example' }]);
  await office.deliver();
  expect(received).toHaveLength(1);
});

it('sends nothing of a transaction that is rolled back, and wakes the post office after a commit only', async () => {
  let woken = 0;
  database.switchboard.on(letterQueued, () => void woken++);
  const failing = database.write('secure', async (w) => {
    await queueLetter(w, { personId: null, address: 'ada@lake.example' }, 'new-password', { subject: 'x', text: 'x' });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  await office.deliver();
  expect([received.length, woken]).toEqual([0, 0]);
  await queue();
  expect(woken).toBe(1);
});

it('lets nothing in a letter add a header, a recipient or a body', async () => {
  const text = 'hello\n.\nRCPT TO:<eve@bait.example>\n';
  await queue('ada@lake.example', { subject: 'Hi\r\nBcc: eve@bait.example\u2028X-Evil: 1\r\n\r\nbody', text });
  const [queued] = await listOutbox(database.read('contact'));
  expect(queued?.subject).toBe('Hi Bcc: eve@bait.example X-Evil: 1 body');
  await office.deliver();
  const [letter] = received;
  expect(letter!.to).toEqual(['ada@lake.example']);
  const headers = letter!.raw.split('\r\n\r\n')[0]!;
  expect(headers).not.toMatch(/^(bcc|x-evil):/im);
  expect(headers.split('\r\n').filter((line) => line.startsWith('Subject:'))).toHaveLength(1);
  expect(letter!.raw).toContain('RCPT TO:<eve@bait.example>');
});

it.each([
  'ada@lake.example,eve@bait.example',
  'ada@lake.example\r\nBcc: eve@bait.example',
  'Ada <ada@lake.example>',
  '"a b"@lake.example',
  'ada@lake',
  '@lake.example',
  'ada@',
  `${'a'.repeat(65)}@lake.example`,
  `ada@${'lake.'.repeat(60)}example`,
  '',
])('takes %j for no address', async (address) => {
  expect(isMailAddress(address)).toBe(false);
  await expect(queue(address)).rejects.toThrow("the letter 'new-password' has no proper address");
});

it.each(['ada@lake.example', "o'hara+courses@sub.lake.example", 'jürgen@see.example'])(
  'takes %j for an address',
  (address) => {
    expect(isMailAddress(address)).toBe(true);
  },
);

it('tries again later and later when the server will not, and gives up in the end', async () => {
  refuse = () => 451;
  await queue();
  for (let tries = 1; tries <= 9; tries++) {
    await office.deliver();
    await office.deliver();
    now = new Date(now.getTime() + 60_000 * 2 ** (tries - 1));
  }
  expect(failures).toEqual(Array(8).fill('451'));
  expect(await outbox()).toEqual([{ state: 'given-up', text: null, address: 'ada@lake.example' }]);
});

it('sends in the second try what failed in the first', async () => {
  refuse = () => 451;
  await queue();
  await office.deliver();
  expect(await outbox()).toMatchObject([{ state: 'queued' }]);
  refuse = null;
  await office.deliver();
  expect(received).toHaveLength(0);
  now = new Date(now.getTime() + 60_000);
  await office.deliver();
  expect(received).toHaveLength(1);
});

it('gives up at once when the server says that there is nobody, and goes on with the others', async () => {
  refuse = (address) => (address.startsWith('gone') ? 550 : null);
  await queue('gone@lake.example');
  await queue('ben@lake.example');
  await office.deliver();
  expect((await outbox()).sort((a, b) => a.address.localeCompare(b.address))).toEqual([
    { state: 'sent', text: null, address: 'ben@lake.example' },
    { state: 'given-up', text: null, address: 'gone@lake.example' },
  ]);
  expect(failures).toEqual(['550']);
});

it('sends each letter once though two processes deliver at the same time', async () => {
  const other = createPostOffice({ database, transport, onFailed: () => {} });
  await Promise.all(Array.from({ length: 45 }, (_, index) => queue(`learner${index}@lake.example`)));
  await Promise.all([office.deliver(), other.deliver(), office.deliver()]);
  await Promise.all([office.deliver(), other.deliver()]);
  expect(received.map(({ to }) => to[0]).sort()).toEqual(
    Array.from({ length: 45 }, (_, index) => `learner${index}@lake.example`).sort(),
  );
  await other.close();
});

it('sends no letter that waited for days, as they do on a site without a mail server', async () => {
  await queue();
  now = new Date(now.getTime() + 2 * 86_400_000);
  await office.deliver();
  expect(received).toEqual([]);
  expect(await outbox()).toMatchObject([{ state: 'queued' }]);
});
