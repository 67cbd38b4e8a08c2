import { daysAfter } from '../../kernel/clock.ts';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { isMailAddress, type Letter, normaliseAddress, queueLetter } from '../../kernel/mail/index.ts';
import { hashSecret } from '../identity/index.ts';
import { enrol } from './enrol.ts';
import type { EnrolmentRefusal, EnrolmentTerms } from './enrolment.ts';
import { lockPlaces, selectRole, upsertRole } from './enrolment-store.ts';
import { enrolmentTerms } from './holdings.ts';
import {
  type CourseInvitation,
  countInvitations,
  deleteInvitation,
  type InvitedAs,
  insertInvitations,
  lockInvitation,
  markAccepted,
  selectInvitation,
  selectInvitations,
} from './invitation-store.ts';

/** How many addresses may be asked at once, and how many invitations a course may have. */
export const invitationLimits = {
  most_atOnce: 500,
  most_invitations: 5000,
  valid_days: enrolmentTerms.invitation_days,
} as const;
const invitations_aPage = 50;

/** The words of the letter to who is asked; the link opens `findCourseInvitation`. */
export type WriteInvitation = (facts: { readonly secret: string; readonly valid_days: number }) => Letter;

/** What came of inviting: all of them are, or none. `faults` are lines that hold no address, from 1. */
export type InvitedMany =
  | { readonly type: 'invited'; readonly count: number }
  | { readonly type: 'refused'; readonly because: 'no-address'; readonly faults: readonly number[] }
  | { readonly type: 'refused'; readonly because: 'nobody' | 'too-many' | 'too-many-open' };

/**
 * Asks whoever has these addresses, one a line, into a course, by mailed links that work once. Whether an address has an
 * account makes no difference that anybody could see.
 */
export async function inviteToCourse(
  w: Writing<'provide'>,
  asked: { readonly courseKey: string; readonly role: InvitedAs; readonly lines: string },
  write: WriteInvitation,
): Promise<InvitedMany> {
  const { courseKey, role } = asked;
  const read = readAddresses(asked.lines);
  if (read.type === 'refused') return read;
  await lockPlaces(w, courseKey);
  if ((await countInvitations(w, courseKey)) + read.emails.length > invitationLimits.most_invitations)
    return { type: 'refused', because: 'too-many-open' };
  const { valid_days } = invitationLimits;
  const invitations = read.emails.map((email) => ({ id: w.newId(), email, secret: newSecret() }));
  const rows = invitations.map(({ secret, ...same }) => ({ ...same, tokenHash: hashSecret(secret) }));
  await insertInvitations(w, { courseKey, role, expires_at: daysAfter(w.now(), valid_days) }, rows);
  for (const { id, email, secret } of invitations)
    await queueLetter(w, { personId: id, address: email }, 'course-invitation', write({ secret, valid_days }));
  return { type: 'invited', count: invitations.length };
}

function readAddresses(
  lines: string,
): { readonly type: 'read'; readonly emails: readonly string[] } | Exclude<InvitedMany, { type: 'invited' }> {
  const written = lines.split(/\r\n|\n|\r/).map((line) => line.trim());
  if (written.filter(Boolean).length > invitationLimits.most_atOnce) return { type: 'refused', because: 'too-many' };
  const faults = written.flatMap((line, at) => (line === '' || isMailAddress(normaliseAddress(line)) ? [] : [at + 1]));
  if (faults.length > 0) return { type: 'refused', because: 'no-address', faults };
  const emails = [...new Set(written.filter(Boolean).map(normaliseAddress))];
  return emails.length > 0 ? { type: 'read', emails } : { type: 'refused', because: 'nobody' };
}

/** A page of a course's invitations as one of these, newest first, with how many pages there are. 50 a page. */
export async function listCourseInvitations(
  r: Reading<'provide'>,
  courseKey: string,
  roles: readonly InvitedAs[],
  page: number,
): Promise<{ readonly invitations: readonly CourseInvitation[]; readonly all: number; readonly pages: number }> {
  const offset = (page - 1) * invitations_aPage;
  const found = await selectInvitations(r, courseKey, roles, { limit: invitations_aPage, offset });
  return { ...found, pages: Math.max(1, Math.ceil(found.all / invitations_aPage)) };
}

/** Takes an invitation as one of these back: its link opens nothing any more. */
export function withdrawCourseInvitation(
  w: Writing<'provide'>,
  courseKey: string,
  roles: readonly InvitedAs[],
  id: string,
): Promise<void> {
  return deleteInvitation(w, courseKey, roles, id);
}

/** What the link of an invitation opens, or null when it never was, was used, taken back, or is too old. */
export function findCourseInvitation(r: Reading<'provide'>, secret: string): Promise<CourseInvitation | null> {
  return selectInvitation(r, hashSecret(secret));
}

/**
 * Takes whoever follows the link into the course. The link is what counts, not the address of their account: people have
 * several. When dates or capacity refuse, the invitation stays open. `terms` may be null for the team.
 */
export async function acceptInvitation(
  w: Writing<'provide'>,
  personId: string,
  secret: string,
  terms: EnrolmentTerms | null,
): Promise<{ readonly type: 'accepted' } | EnrolmentRefusal> {
  const invitation = await lockInvitation(w, hashSecret(secret));
  if (!invitation) return { type: 'refused', because: 'no-such-link' };
  const { courseKey, role } = invitation;
  if (role === 'learner') {
    if (!terms) return { type: 'refused', because: 'not-open' };
    const done = await enrol(w, personId, terms, 'let-in');
    if (done.type === 'refused' && done.because !== 'already') return done;
  } else if ((await selectRole(w, personId, courseKey)) !== 'staff') {
    await upsertRole(w, personId, courseKey, role);
  }
  await markAccepted(w, invitation.id);
  return { type: 'accepted' };
}
