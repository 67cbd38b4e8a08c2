import type { Database } from '../../kernel/database/index.ts';
import { findForm } from './forms.ts';
import type { FieldName } from './inquiry-form.ts';
import type { ContactLetterFacts, MailingWords, OutreachLetters } from './letters.ts';
import { confirmInquiry } from './my-sign-up.ts';
import { type InquirySent, sendInquiry } from './send-inquiry.ts';

const letter = (subject: string) => (facts: ContactLetterFacts) => ({ subject, text: facts.secret });

/** Letters whose text is the secret of their link, so that a test can follow it. */
export const plainLetters: OutreachLetters = {
  confirmInquiry: letter('confirm'),
  mySignUp: letter('mine'),
  invitation: letter('invitation'),
};

/** Words around a mailing, as plain as can be. */
export const plainWords: MailingWords = {
  stopLink: (secret) => `https://mooc.test/mail/stop/${secret}`,
  footer: () => ({ language: 'en', why: 'Because you asked.', stop: 'End these mails' }),
};

/** What Ada would fill in. */
export const anAnswer: Readonly<Partial<Record<FieldName, string>>> = {
  name: 'Ada',
  email: 'ada@lake.example',
  organisation: 'Lake University',
  role: 'Dean',
  country: 'PT',
  teaches: 'Physics\nand rivers',
  learners: '300',
  plans: 'Three courses on water',
};

/** Sends the form for institutions. */
export async function sendForm(
  database: Database,
  given: Readonly<Partial<Record<FieldName, string>>> = {},
  wantsUpdates = true,
): Promise<InquirySent> {
  const form = (await findForm(database.read('provide'), 'institutions'))!;
  const sent = {
    form,
    given: { ...anAnswer, ...given },
    wantsUpdates,
    updatesShown: 'Write to me',
    language: 'en',
    policyVersion: '2026-11-24',
  };
  return database.write('contact', (w) => sendInquiry(w, sent, plainLetters));
}

/** Sends the form and confirms it by the newest letter. @returns the secret of the link to their own sign-up */
export async function aSignUp(
  database: Database & { asOwner<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]> },
  email: string,
  wantsUpdates = true,
): Promise<string> {
  await sendForm(database, { email }, wantsUpdates);
  const [mail] = await database.asOwner<{ body: string }>(
    'select body from mail where address = $1 and about = $2 order by id desc limit 1',
    [email, 'confirm-inquiry'],
  );
  const confirmed = await database.write('contact', (w) => confirmInquiry(w, mail!.body));
  if (confirmed.type === 'refused') throw new Error('the form was not confirmed');
  return confirmed.secret;
}
