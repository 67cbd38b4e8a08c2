import { daysAfter } from '../../kernel/clock.ts';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { normaliseAddress, queueLetter } from '../../kernel/mail/index.ts';
import { hashSecret } from '../identity/index.ts';
import {
  deleteContactLink,
  insertContactLink,
  selectContactByEmail,
  selectLinkedContact,
  updateConfirmed,
  updateRestricted,
} from './contact-store.ts';
import { selectDeliveriesOf } from './delivery-store.ts';
import { selectWrittenTo } from './desk-store.ts';
import type { Answers, Asked } from './inquiry.ts';
import { confirmInquiryRow, selectInquiriesOf } from './inquiry-store.ts';
import type { OutreachLetters } from './letters.ts';
import { selectContactLookUps } from './look-up-store.ts';
import { insertConsent, selectConsents, selectHasConsent, type UpdatesYes, updateWithdrawn } from './updates-store.ts';

/** How long the link to one's own sign-up works. */
const mine_days = 1;
const most_inquiries = 50;

type NoSuchLink = { readonly type: 'refused'; readonly because: 'no-such-link' };

/**
 * Confirms a form by the link of its letter: operators see it from now on, and mailings begin if they were asked for. For a
 * POST only: mail programs open links to look at them.
 *
 * @returns the secret of a link to their own sign-up
 */
export async function confirmInquiry(
  w: Writing<'contact'>,
  secret: string,
): Promise<{ readonly type: 'confirmed'; readonly secret: string } | NoSuchLink> {
  const link = await deleteContactLink(w, hashSecret(secret));
  const inquiry = link?.inquiry_id ? await confirmInquiryRow(w, link.inquiry_id) : null;
  if (!link || !inquiry) return { type: 'refused', because: 'no-such-link' };
  await updateConfirmed(w, link.contact_id);
  if (inquiry.wants_updates) {
    const { policy_version: version, updates_shown: shown } = inquiry;
    await insertConsent(w, link.contact_id, { version, shown, control: 'build.send' });
  }
  return { type: 'confirmed', secret: await makeMineLink(w, link.contact_id) };
}

/** Mails the link to their own sign-up to who has one. Whether the address is known is not told. */
export async function askForMySignUp(w: Writing<'contact'>, email: string, letters: OutreachLetters): Promise<void> {
  const contact = await selectContactByEmail(w, normaliseAddress(email));
  if (!contact) return;
  const secret = await makeMineLink(w, contact.id);
  const letter = letters.mySignUp({ name: '', language: contact.language, secret, valid_days: mine_days });
  await queueLetter(w, { personId: contact.id, address: contact.email }, 'my-sign-up', letter);
}

async function makeMineLink(w: Writing<'contact'>, contactId: string): Promise<string> {
  const secret = newSecret();
  await insertContactLink(w, {
    token_hash: hashSecret(secret),
    contact_id: contactId,
    opens: 'mine',
    inquiry_id: null,
    expires_at: daysAfter(w.now(), mine_days),
  });
  return secret;
}

/** Something that happened to a sign-up, as its ledger says it. */
export interface LedgerLine {
  readonly at: Date;
  readonly what: 'sent' | 'confirmed' | 'allowed' | 'ended' | 'note' | 'reply' | 'invitation' | 'mailing' | 'looked-at';
  /** A subject or a heading, or what was looked at; null where there is none. */
  readonly about: string | null;
}

/** A contact's view of what they signed up for. */
export interface MySignUp {
  readonly contactId: string;
  readonly email: string;
  readonly getsUpdates: boolean;
  /** Since when what they sent is stored and not used; null when it is. */
  readonly restricted_at: Date | null;
  /** Newest first, at most 50. */
  readonly inquiries: readonly {
    readonly id: string;
    readonly audience: string;
    readonly answers: Answers;
    readonly asked: Asked;
    readonly received_at: Date;
  }[];
  /** Oldest first. */
  readonly ledger: readonly LedgerLine[];
}

/** What the link of a letter opens, or null when it never was or is too old. */
export async function findMySignUp(r: Reading<'contact'>, secret: string): Promise<MySignUp | null> {
  const contact = await selectLinkedContact(r, hashSecret(secret));
  if (!contact) return null;
  const { id: contactId, email, restricted_at } = contact;
  const [getsUpdates, inquiries, consents, written, deliveries, looks] = await Promise.all([
    selectHasConsent(r, contactId),
    selectInquiriesOf(r, contactId, most_inquiries),
    selectConsents(r, contactId),
    selectWrittenTo(r, contactId),
    selectDeliveriesOf(r, contactId),
    selectContactLookUps(r, contactId),
  ]);
  const ledger: LedgerLine[] = [
    ...inquiries.map(({ received_at, audience }): LedgerLine => ({ at: received_at, what: 'sent', about: audience })),
    ...inquiries.flatMap(({ confirmed_at, audience }): LedgerLine[] =>
      confirmed_at ? [{ at: confirmed_at, what: 'confirmed', about: audience }] : [],
    ),
    ...consents.map(({ given_at }): LedgerLine => ({ at: given_at, what: 'allowed', about: null })),
    ...consents.flatMap(({ withdrawn_at }): LedgerLine[] =>
      withdrawn_at ? [{ at: withdrawn_at, what: 'ended', about: null }] : [],
    ),
    ...written.map(({ made_at, kind, subject }): LedgerLine => ({ at: made_at, what: kind, about: subject })),
    ...looks.map(({ at, fields }): LedgerLine => ({ at, what: 'looked-at', about: fields.join(', ') })),
    ...deliveries.map(({ sent_at, subject }): LedgerLine => ({ at: sent_at, what: 'mailing', about: subject })),
  ];
  ledger.sort((a, b) => a.at.getTime() - b.at.getTime());
  return { contactId, email, getsUpdates, restricted_at, inquiries, ledger };
}

/** Begins or ends mailings, by whoever holds the link. */
export async function chooseUpdates(
  w: Writing<'contact'>,
  secret: string,
  choice: UpdatesYes | 'no',
): Promise<{ readonly type: 'stored' } | NoSuchLink> {
  const contact = await selectLinkedContact(w, hashSecret(secret));
  if (!contact) return { type: 'refused', because: 'no-such-link' };
  if (choice === 'no') await updateWithdrawn(w, contact.id, 'own page');
  else {
    await insertConsent(w, contact.id, choice);
    await updateConfirmed(w, contact.id);
  }
  return { type: 'stored' };
}

/** Puts what was signed up for to rest, or ends that: meanwhile operators see none of it, and no mailing goes out. */
export async function restrictMySignUp(
  w: Writing<'contact'>,
  secret: string,
  isRestricted: boolean,
): Promise<{ readonly type: 'stored' } | NoSuchLink> {
  const contact = await selectLinkedContact(w, hashSecret(secret));
  if (!contact) return { type: 'refused', because: 'no-such-link' };
  await updateRestricted(w, contact.id, isRestricted);
  return { type: 'stored' };
}
