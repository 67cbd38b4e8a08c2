import { readFileSync } from 'node:fs';
import type { Config } from './config.ts';
import { createMailingSender, type MailingSender } from './domains/outreach/index.ts';
import type { Database } from './kernel/database/index.ts';
import { OperatorError } from './kernel/errors.ts';
import type { Log } from './kernel/log/log.ts';
import { createMailTransport, createPostOffice, type DkimKey, type PostOffice } from './kernel/mail/index.ts';
import { mailingWords } from './web/public/outreach/outreach-letters.ts';

/** What sends: letters one by one, and mailings at their rate, over one way to one server. */
export interface Mail {
  readonly postOffice: PostOffice;
  readonly mailings: MailingSender;
  /** Sends what is due, and waits for nothing: who caused a letter does not wait for the mail server. */
  sendLetters(): void;
  sendMailings(): void;
  close(): Promise<void>;
}

/** Opens the way to the mail server that the configuration names; null without one. */
export function buildMail(config: Config, database: Database, log: Log): Mail | null {
  if (!config.smtpUrl) return null;
  const { smtpUrl, mailFrom: from, mailingsPerMinute: perMinute } = config;
  const transport = createMailTransport({ smtpUrl, from, dkim: readDkimKey(config.dkim) });
  const onFailed = (reason: string) => log.fault('a letter could not be sent', new Error(reason));
  const postOffice = createPostOffice({ database, transport, onFailed: (_id, reason) => onFailed(reason) });
  const words = mailingWords(config);
  const mailings = createMailingSender({ database, transport, words, perMinute, onFailed });
  return {
    postOffice,
    mailings,
    sendLetters: () => void postOffice.deliver().catch((error) => log.fault('letters could not be sent', error)),
    sendMailings: () => void mailings.work().catch((error) => log.fault('mailings could not be sent', error)),
    close: async () => {
      await mailings.close();
      await postOffice.close();
      transport.close();
    },
  };
}

function readDkimKey(dkim: Config['dkim']): DkimKey | null {
  if (!dkim) return null;
  try {
    return { domain: dkim.domain, selector: dkim.selector, privateKey: readFileSync(dkim.keyFile, 'utf8') };
  } catch (error) {
    throw new OperatorError(`DKIM_KEY_FILE can't be read: ${(error as Error).message}`);
  }
}
