import { daysAfter } from '../../kernel/clock.ts';
import type { Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { normaliseAddress, queueLetter } from '../../kernel/mail/index.ts';
import { hashSecret } from '../identity/index.ts';
import { ensureContact, insertContactLink } from './contact-store.ts';
import { outreachTerms } from './holdings.ts';
import { type Answers, findInquiryFaults, type InquiryFaults, tidyAnswer } from './inquiry.ts';
import { askedFields, type FieldName, type InquiryForm } from './inquiry-form.ts';
import { insertInquiry } from './inquiry-store.ts';
import type { OutreachLetters } from './letters.ts';

/** What somebody sent with a form. */
export interface SentInquiry {
  readonly form: InquiryForm;
  readonly given: Readonly<Partial<Record<FieldName, string>>>;
  readonly wantsUpdates: boolean;
  /** The exact words beside that choice. */
  readonly updatesShown: string;
  readonly language: string | null;
  readonly policyVersion: string;
}

/** What came of it. Whether the address was known is not told. */
export type InquirySent =
  | { readonly type: 'received' }
  | { readonly type: 'refused'; readonly because: 'faults'; readonly faults: InquiryFaults }
  | { readonly type: 'refused'; readonly because: 'closed' };

/**
 * Takes a form and mails a link to confirm it. Until that is used operators don't see it, nothing else is sent, and it is
 * deleted after a week. Limit the turns of a network and of an address beforehand.
 */
export async function sendInquiry(
  w: Writing<'contact'>,
  sent: SentInquiry,
  letters: OutreachLetters,
): Promise<InquirySent> {
  const { form, given, language } = sent;
  if (!form.isOpen) return { type: 'refused', because: 'closed' };
  const faults = findInquiryFaults(form, given);
  if (faults) return { type: 'refused', because: 'faults', faults };

  const contact = await ensureContact(w, normaliseAddress(given.email!), language);
  const id = w.newId();
  const answers = answersOf(form, given);
  await insertInquiry(w, {
    id,
    contactId: contact.id,
    formKey: form.key,
    answers,
    asked: askedFields(form).map(({ name, label, why }) => ({ name, label, why })),
    policyVersion: sent.policyVersion,
    wantsUpdates: sent.wantsUpdates,
    updatesShown: sent.updatesShown,
  });
  const secret = newSecret();
  const valid_days = outreachTerms.unconfirmed_days;
  await insertContactLink(w, {
    token_hash: hashSecret(secret),
    contact_id: contact.id,
    opens: 'confirm',
    inquiry_id: id,
    expires_at: daysAfter(w.now(), valid_days),
  });
  const letter = letters.confirmInquiry({ name: answers.name, language, secret, valid_days });
  await queueLetter(w, { personId: contact.id, address: contact.email }, 'confirm-inquiry', letter);
  return { type: 'received' };
}

/** What was asked and answered; an address is the contact's and not among them. */
function answersOf(form: InquiryForm, given: SentInquiry['given']): Answers {
  const entries = askedFields(form)
    .filter(({ name }) => name !== 'email')
    .map(({ name }): [string, string] => [name, tidyAnswer(given[name] ?? '')])
    .filter(([name, text]) => name === 'name' || text !== '');
  return Object.fromEntries(entries) as unknown as Answers;
}
