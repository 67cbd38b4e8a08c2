import { ImapFlow } from 'imapflow';

/** A mailbox that people write to, read over IMAP. */
export interface Mailbox {
  /**
   * Hands over each unread mail, oldest first and at most 50, and marks it as read once it is taken: who is killed in
   * between is handed it again. @returns how many
   * @throws with a short reason when the server can't be reached or refuses: nothing of the mails
   */
  readUnread(take: (mail: Buffer) => Promise<void>): Promise<number>;
}

const most_mails = 50;
const largest_bytes = 2_000_000;
const patience_ms = 20_000;

/**
 * The mailbox at `imaps://user:password@host/Folder`; without a folder its INBOX. With `imap:` the connection is turned
 * into an encrypted one before the password is sent, but for a server on this very machine.
 */
export function createMailbox(url: string): Mailbox {
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const isSecure = protocol === 'imaps:';
  const isHere = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
  const folder = decodeURIComponent(pathname.slice(1)) || 'INBOX';
  const options = {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isSecure ? 993 : 143),
    secure: isSecure,
    ...(isSecure || isHere ? {} : { doSTARTTLS: true }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false as const,
    connectionTimeout: patience_ms,
    greetingTimeout: patience_ms,
    socketTimeout: patience_ms,
  };
  return {
    async readUnread(take) {
      const client = new ImapFlow(options);
      // What breaks is told to whoever waits for an answer; without a listener it would end us.
      client.on('error', () => {});
      try {
        await client.connect();
        return await readFolder(client, folder, take);
      } catch (error) {
        throw explain(error);
      } finally {
        client.close();
      }
    },
  };
}

async function readFolder(client: ImapFlow, folder: string, take: (mail: Buffer) => Promise<void>): Promise<number> {
  const lock = await client.getMailboxLock(folder);
  try {
    const unread = (await client.search({ seen: false }, { uid: true })) || [];
    let count = 0;
    for (const uid of unread.slice(0, most_mails).map(String)) {
      const mail = await client.fetchOne(uid, { source: { maxLength: largest_bytes } }, { uid: true });
      const source = mail ? mail.source : undefined;
      if (source) await take(source);
      await client.messageFlagsAdd(uid, ['\\Seen'], { uid: true });
      count++;
    }
    return count;
  } finally {
    lock.release();
  }
}

/** Words of the server may quote names, so only codes are told. What `take` threw passes as it is. */
function explain(error: unknown): unknown {
  const { code, authenticationFailed, responseStatus } = error as Readonly<
    Record<string, string | boolean | undefined>
  >;
  if (authenticationFailed) return new Error('the mailbox refused the name or the password');
  if (code || responseStatus) return new Error(`the mailbox can't be read: ${code ?? responseStatus}`);
  return error;
}
