import { afterEach, expect, it } from 'vitest';
import { anImapServer, type ImapServer } from '../../../test/support/imap-server.ts';
import { createMailbox } from './mailbox.ts';

const servers: ImapServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function aServer(...subjects: string[]): Promise<ImapServer> {
  const server = await anImapServer();
  servers.push(server);
  for (const subject of subjects) server.deliver(aMail(subject));
  return server;
}

const aMail = (subject: string) => Buffer.from(`From: ada@lake.example\r\nSubject: ${subject}\r\n\r\nOlá\r\n`);

/** What a reading hands over, by its subjects. */
async function read(url: string): Promise<string[]> {
  const subjects: string[] = [];
  await createMailbox(url).readUnread(async (mail) => void subjects.push(/Subject: (.*)/.exec(mail.toString())![1]!));
  return subjects;
}

it('hands over each unread mail once, oldest first', async () => {
  const server = await aServer('one', 'two');
  expect(await read(server.url)).toEqual(['one', 'two']);
  expect(await read(server.url)).toEqual([]);
  server.deliver(aMail('three'));
  expect(await read(server.url)).toEqual(['three']);
});

it('hands over again what was not taken', async () => {
  const server = await aServer('one', 'two');
  const failing = createMailbox(server.url).readUnread(async (mail) => {
    if (mail.includes('two')) throw new Error('the database is away');
  });
  await expect(failing).rejects.toThrow('the database is away');
  expect(await read(server.url)).toEqual(['two']);
});

it('says why it can not read, and no password', async () => {
  const { url, close } = await anImapServer();
  const wrong = url.replace('testpass', 'hunter2');
  await expect(read(wrong)).rejects.toThrow('the mailbox refused the name or the password');
  await close();
  await expect(read(url)).rejects.toThrow("the mailbox can't be read: ECONNREFUSED");
});
