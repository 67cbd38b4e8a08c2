import type { Config } from './config.ts';
import { takePrivacyMail } from './domains/requests/index.ts';
import type { Database } from './kernel/database/index.ts';
import type { Log } from './kernel/log/log.ts';
import { createMailbox } from './kernel/mail/index.ts';

/** Reads the mailbox of the privacy address. */
export interface PrivacyMailbox {
  /** Reads what is unread, and waits for nothing; calls while it reads are one call. */
  look(): void;
  /** Waits for the reading under way. */
  close(): Promise<void>;
}

/** The mailbox that the configuration names; null without one. */
export function buildMailbox(config: Config, database: Database, log: Log): PrivacyMailbox | null {
  if (!config.privacyMailbox) return null;
  const mailbox = createMailbox(config.privacyMailbox);
  const { timeZone } = config.operator;
  let underWay: Promise<void> | null = null;
  return {
    look() {
      underWay ??= mailbox
        .readUnread(async (mail) => void (await takePrivacyMail(database, mail, timeZone)))
        .then(
          (count) => {
            if (count > 0) log.info('timed work was done', { task: 'read the privacy mailbox', count });
          },
          (error) => log.fault('the privacy mailbox could not be read', error),
        )
        .finally(() => {
          underWay = null;
        });
    },
    async close() {
      await underWay;
    },
  };
}
