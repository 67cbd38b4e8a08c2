import type { RequestLetters } from './letters.ts';
import type { RequestForm } from './request.ts';

/** Letters whose text is the secret of their link, so that a test can follow it. */
export const plainLetters: RequestLetters = {
  replyTo: 'privacy@mooc.test',
  confirmRequest: ({ secret }) => ({ subject: 'confirm', text: secret }),
  showIdentity: ({ secret, reference }) => ({ subject: `identity [#${reference}]`, text: secret }),
  extended: ({ due_on, reason }) => ({ subject: 'extended', text: `${due_on}: ${reason}` }),
  access: () => ({ subject: 'access', text: 'sign in' }),
  erased: () => ({ subject: 'erased', text: 'gone' }),
};

/** What Ada would ask. */
export const aRequest: RequestForm = {
  kind: 'access',
  name: 'Ada',
  email: 'ada@lake.example',
  words: 'What do you hold about me?',
};

/** A mail as it comes from a server. */
export function aMail(
  mail: {
    readonly from?: string;
    readonly subject?: string;
    readonly id?: string;
    readonly text?: string;
    readonly headers?: readonly string[];
  } = {},
): Buffer {
  const { from = 'Ada <ada@lake.example>', subject = 'My data', id = crypto.randomUUID(), headers = [] } = mail;
  const lines = [`From: ${from}`, 'To: privacy@mooc.test', `Subject: ${subject}`, `Message-ID: <${id}@lake.example>`];
  return Buffer.from([...lines, ...headers, '', mail.text ?? 'What do you hold about me?', ''].join('\r\n'));
}
