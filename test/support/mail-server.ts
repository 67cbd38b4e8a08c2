import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as a server got it. */
export interface ReceivedMail {
  readonly to: string;
  readonly raw: string;
}

/** A real mail server that keeps what it gets. */
export interface MailServer {
  readonly url: string;
  readonly received: ReceivedMail[];
  close(): Promise<void>;
}

/**
 * @param rules what it answers to a recipient (a code; null accepts), and what it waits for before it says that it took a mail
 */
export async function aMailServer(
  rules: {
    readonly refuse?: (address: string) => number | null;
    readonly beforeTaking?: (mail: ReceivedMail) => Promise<void>;
  } = {},
): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const code = rules.refuse?.(address) ?? null;
      done(code ? Object.assign(new Error(`no ${address}`), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        const mail = { to: session.envelope.rcptTo[0]!.address, raw: Buffer.concat(chunks).toString() };
        received.push(mail);
        await rules.beforeTaking?.(mail);
        done();
      });
    },
  });
  // A sender that is killed breaks its connection.
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
