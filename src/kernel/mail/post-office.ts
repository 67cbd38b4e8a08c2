import type { Database } from '../database/index.ts';
import { claimDueMail, markGivenUp, markSent, type QueuedMail } from './mail-store.ts';
import { explainFailure, type MailTransport } from './transport.ts';

/** After so many failures a letter is given up. */
const most_tries = 8;
const batch_letters = 20;

/** Sends what waits in the outbox. */
export interface PostOffice {
  /** Sends all that is due; calls while it works are one call. Wire it to `letterQueued`, and to a timer for retries. */
  deliver(): Promise<void>;
  /** Waits for the letter under way. */
  close(): Promise<void>;
}

/**
 * The post office on the way to a mail server. Each letter is claimed before and marked after sending, so a process
 * killed in between sends it again later: at least once, never lost.
 */
export function createPostOffice(options: {
  readonly database: Database;
  readonly transport: MailTransport;
  /** Told when a letter failed: its id and the server's answer code, nothing personal. */
  readonly onFailed: (id: string, reason: string) => void;
}): PostOffice {
  const { database, transport, onFailed } = options;
  let underWay: Promise<void> | null = null;
  let again = false;
  let isClosed = false;

  async function send(mail: QueuedMail): Promise<void> {
    try {
      const { address: to, subject, text, replyTo } = mail;
      await transport.send({ to, subject, text, ...(replyTo ? { replyTo } : {}) });
      await database.write('contact', (w) => markSent(w, mail.id));
    } catch (error) {
      const { code, isForGood } = explainFailure(error);
      onFailed(mail.id, code);
      if (mail.tries >= most_tries || isForGood) await database.write('contact', (w) => markGivenUp(w, mail.id));
    }
  }

  async function sendAllDue(): Promise<void> {
    do {
      again = false;
      const batch = await database.write('contact', (w) => claimDueMail(w, batch_letters));
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
    },
  };
}
