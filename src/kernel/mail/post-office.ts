import { createTransport } from 'nodemailer';
import type { Database } from '../database/index.ts';
import { claimDueMail, markGivenUp, markSent, type QueuedMail } from './mail-store.ts';

/** After so many failures a letter is given up. */
const most_tries = 8;
const batch_letters = 20;

/** Sends what waits in the outbox. */
export interface PostOffice {
  /** Sends all that is due; calls while it works are one call. Wire it to `letterQueued`, and to a timer for retries. */
  deliver(): Promise<void>;
  /** Waits for the letter under way and closes the connection. */
  close(): Promise<void>;
}

/**
 * The post office for a mail server given by its URL (`smtp://user:password@host:587`). Each letter is claimed before
 * and marked after sending, so a process killed in between sends it again later: at least once, never lost.
 */
export function createPostOffice(options: {
  readonly database: Database;
  readonly smtpUrl: string;
  /** `mooc <no-reply@mooc.example.org>` */
  readonly from: string;
  /** Told when a letter failed: its id and the server's answer code, nothing personal. */
  readonly onFailed: (id: string, reason: string) => void;
}): PostOffice {
  const { database, from, onFailed } = options;
  // A letter's text is ours; it never names a file or an address to fetch.
  const transport = createTransport(options.smtpUrl, { from, disableFileAccess: true, disableUrlAccess: true });
  let underWay: Promise<void> | null = null;
  let again = false;
  let isClosed = false;

  async function send(mail: QueuedMail): Promise<void> {
    try {
      await transport.sendMail({ to: { name: '', address: mail.address }, subject: mail.subject, text: mail.text });
      await database.write('contact', (w) => markSent(w, mail.id));
    } catch (error) {
      onFailed(mail.id, reasonOf(error));
      if (mail.tries >= most_tries || isForGood(error)) await database.write('contact', (w) => markGivenUp(w, mail.id));
    }
  }

  async function sendAllDue(): Promise<void> {
    do {
      again = false;
      const batch = await database.write('contact', (w) =>
        claimDueMail(w, (tries) => new Date(w.now().getTime() + wait_ms(tries)), batch_letters),
      );
      for (const mail of batch) await send(mail);
      if (batch.length === batch_letters) again = true;
    } while (again && !isClosed);
  }

  return {
    deliver() {
      if (isClosed) return Promise.resolve();
      if (underWay) {
        again = true;
        return underWay;
      }
      underWay = sendAllDue().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    async close() {
      isClosed = true;
      await underWay?.catch(() => {});
      transport.close();
    },
  };
}

/** One minute, then twice as long each time: about two hours in all. */
function wait_ms(tries: number): number {
  return 60_000 * 2 ** (tries - 1);
}

/** A 5xx answer is the server's last word on this letter. */
function isForGood(error: unknown): boolean {
  const code = (error as { responseCode?: number }).responseCode;
  return code !== undefined && code >= 550 && code < 560;
}

/** The server's answer may quote the address, so only codes are told. */
function reasonOf(error: unknown): string {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  return String(responseCode ?? code ?? 'unknown');
}
