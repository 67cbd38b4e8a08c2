import type { AddressInfo, Server } from 'node:net';
import hoodiecrow from 'hoodiecrow-imap';

/** A real IMAP server with one mailbox. */
export interface ImapServer {
  /** As a setting names it. */
  readonly url: string;
  /** Puts a mail into the INBOX. */
  deliver(mail: Buffer): void;
  close(): Promise<void>;
}

export async function anImapServer(): Promise<ImapServer> {
  const imap = hoodiecrow({
    plugins: ['ID', 'UNSELECT', 'AUTH-PLAIN', 'SASL-IR'],
    storage: { INBOX: { messages: [] } },
  });
  const server: Server = imap.server;
  await new Promise<void>((resolve) => imap.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `imap://testuser:testpass@127.0.0.1:${port}/INBOX`,
    deliver: (mail) => void imap.appendMessage('INBOX', [], false, mail.toString('latin1')),
    close: () => new Promise((resolve) => imap.close(resolve)),
  };
}
