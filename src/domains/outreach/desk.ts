import { daysAfter } from '../../kernel/clock.ts';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { queueLetter } from '../../kernel/mail/index.ts';
import type { Pass } from '../gate/index.ts';
import { hashSecret } from '../identity/index.ts';
import {
  countDeskRows,
  countUnconfirmed,
  insertInvitation,
  insertRecord,
  selectDeskRow,
  selectDeskRows,
  selectInvitation,
  selectInvitations,
  selectRecords,
  selectTags,
  updateAccepted,
  updateDeskRow,
  updateStateFrom,
} from './desk-store.ts';
import type { DeskFilter, DeskInquiry, DeskRow, InvitationView } from './desk-view.ts';
import { outreachTerms } from './holdings.ts';
import type { InquiryState } from './inquiry.ts';
import type { Carried } from './invitation.ts';
import type { OutreachLetters } from './letters.ts';

/** The operators' desk. Its pages see to it that only operators come here. */

const page_rows = 50;
const most_tags = 60;
const most_records = 200;
const longestTag_chars = 40;
const most_tagsOfOne = 12;
const longestNote_chars = 4000;
const longestSubject_chars = 200;

type NoSuchInquiry = { readonly type: 'refused'; readonly because: 'no-such-inquiry' };
const noSuchInquiry: NoSuchInquiry = { type: 'refused', because: 'no-such-inquiry' };

/** Confirmed inquiries, newest first, 50 a page from 1; with the tags in use and how many nobody has confirmed yet. */
export async function listInquiries(
  r: Reading<'contact'>,
  filter: DeskFilter,
  page: number,
): Promise<{
  readonly rows: readonly DeskRow[];
  readonly found: number;
  readonly pages: number;
  readonly tags: readonly string[];
  readonly unconfirmed: number;
}> {
  const [rows, found, tags, unconfirmed] = await Promise.all([
    selectDeskRows(r, filter, page_rows, (page - 1) * page_rows),
    countDeskRows(r, filter),
    selectTags(r, most_tags),
    countUnconfirmed(r),
  ]);
  return { rows, found, pages: Math.max(1, Math.ceil(found / page_rows)), tags, unconfirmed };
}

const batch_rows = 500;

/** All inquiries of a filter, for a file that leaves the house by the gate: in batches. */
export async function* readInquiries(
  r: Reading<'contact'>,
  filter: DeskFilter,
  _pass: Pass<'inquiries-file'>,
): AsyncGenerator<readonly DeskRow[]> {
  for (let offset = 0; ; offset += batch_rows) {
    const rows = await selectDeskRows(r, filter, batch_rows, offset);
    if (rows.length > 0) yield rows;
    if (rows.length < batch_rows) return;
  }
}

/** One inquiry with its records, or null. */
export async function findInquiry(r: Reading<'contact'>, id: string): Promise<DeskInquiry | null> {
  const row = await selectDeskRow(r, id);
  if (!row) return null;
  const [records, invitations] = await Promise.all([selectRecords(r, id, most_records), selectInvitations(r, id)]);
  return { ...row, records, invitations };
}

/** Tags as typed, with commas between them: tidied, each once, in small letters. */
export function readTags(typed: string): string[] {
  const tags = typed.split(',').map((tag) =>
    tag
      .replace(/[\p{Cc}\p{Bidi_C}]/gu, '')
      .trim()
      .toLowerCase(),
  );
  return [...new Set(tags.filter((tag) => tag !== ''))]
    .map((tag) => tag.slice(0, longestTag_chars))
    .slice(0, most_tagsOfOne);
}

/** Sets how far an inquiry is, and its tags. */
export async function sortInquiry(
  w: Writing<'contact'>,
  id: string,
  change: { readonly state: InquiryState; readonly tags: readonly string[] },
): Promise<{ readonly type: 'stored' } | NoSuchInquiry> {
  if (!(await selectDeskRow(w, id))) return noSuchInquiry;
  await updateDeskRow(w, id, change);
  return { type: 'stored' };
}

/** Adds a note. The person it is about may read it. */
export async function noteInquiry(
  w: Writing<'contact'>,
  id: string,
  text: string,
): Promise<{ readonly type: 'stored' } | NoSuchInquiry | { readonly type: 'refused'; readonly because: 'no-words' }> {
  const body = text.trim().slice(0, longestNote_chars);
  if (body === '') return { type: 'refused', because: 'no-words' };
  if (!(await selectDeskRow(w, id))) return noSuchInquiry;
  await insertRecord(w, id, { kind: 'note', subject: null, body });
  return { type: 'stored' };
}

/** Writes to whoever sent the inquiry, and keeps a record of it. */
export async function replyToInquiry(
  w: Writing<'contact'>,
  id: string,
  letter: { readonly subject: string; readonly body: string },
): Promise<{ readonly type: 'sent' } | NoSuchInquiry | { readonly type: 'refused'; readonly because: 'no-words' }> {
  const subject = letter.subject.trim().slice(0, longestSubject_chars);
  const body = letter.body.replace(/\r\n?/g, '\n').trim();
  if (subject === '' || body === '') return { type: 'refused', because: 'no-words' };
  const inquiry = await selectDeskRow(w, id);
  if (!inquiry) return noSuchInquiry;
  const to = { personId: inquiry.contact_id, address: inquiry.email };
  await queueLetter(w, to, 'inquiry-reply', { subject, text: `${body}\n` });
  await insertRecord(w, id, { kind: 'reply', subject, body });
  await updateStateFrom(w, id, ['new'], 'in-touch');
  return { type: 'sent' };
}

/** Fills the places of a template: `{name}` and `{organisation}`. */
export function fillTemplate(text: string, { answers }: Pick<DeskRow, 'answers'>): string {
  return text.replaceAll('{name}', answers.name).replaceAll('{organisation}', answers.organisation ?? answers.name);
}

/**
 * Invites whoever sent the inquiry to open an organisation. What was filled in is carried over and waits with the
 * invitation.
 */
export async function inviteToHost(
  w: Writing<'contact'>,
  id: string,
  carried: Carried,
  letters: OutreachLetters,
): Promise<{ readonly type: 'invited' } | NoSuchInquiry | { readonly type: 'refused'; readonly because: 'no-words' }> {
  const organisation = carried.organisation.trim();
  if (organisation === '') return { type: 'refused', because: 'no-words' };
  const inquiry = await selectDeskRow(w, id);
  if (!inquiry) return noSuchInquiry;
  const secret = newSecret();
  const valid_days = outreachTerms.invitation_days;
  const expires_at = daysAfter(w.now(), valid_days);
  await insertInvitation(w, { inquiryId: id, tokenHash: hashSecret(secret), carried, expires_at });
  const { language, answers } = inquiry;
  const letter = letters.invitation({ name: answers.name, language, secret, valid_days, organisation });
  await queueLetter(w, { personId: inquiry.contact_id, address: inquiry.email }, 'invitation', letter);
  await insertRecord(w, id, { kind: 'invitation', subject: letter.subject, body: organisation });
  await updateStateFrom(w, id, ['new', 'in-touch'], 'invited');
  return { type: 'invited' };
}

/** What an invitation's link opens, or null when it never was or is too old. */
export function findInvitation(r: Reading<'contact'>, secret: string): Promise<InvitationView | null> {
  return selectInvitation(r, hashSecret(secret));
}

/** The invited open their organisation: the invitation is used up by it, and of two at once one gets it. */
export async function useInvitation(
  w: Writing<'contact'>,
  secret: string,
): Promise<{ readonly type: 'used' } | { readonly type: 'refused'; readonly because: 'no-such-link' }> {
  return (await updateAccepted(w, hashSecret(secret), w.now()))
    ? { type: 'used' }
    : { type: 'refused', because: 'no-such-link' };
}

/** Gives an invitation back whose organisation could not be opened after all. */
export async function giveInvitationBack(w: Writing<'contact'>, secret: string): Promise<void> {
  await updateAccepted(w, hashSecret(secret), null);
}
