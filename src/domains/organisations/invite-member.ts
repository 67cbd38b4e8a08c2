import { daysAfter } from '../../kernel/clock.ts';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { isMailAddress, normaliseAddress, queueLetter } from '../../kernel/mail/index.ts';
import { hashSecret } from '../identity/index.ts';
import { organisationTerms } from './holdings.ts';
import {
  deleteInvitation,
  insertInvitation,
  type OpenInvitation,
  selectInvitation,
  selectInvitations,
  takeInvitation,
} from './invitation-store.ts';
import type { OrganisationLetters } from './letters.ts';
import { countMembers, insertMember, selectRole, updateRole } from './member-store.ts';
import { most_members } from './members.ts';
import { lockOrganisation } from './organisation-store.ts';
import { type MemberRole, mayDo, memberRoles } from './rights.ts';

const most_invitations = 200;

/** Who invites: a member, or an operator of the site, who may bring owners to an organisation that has none. */
export type Inviter =
  | { readonly type: 'operator'; readonly language: string | null }
  | { readonly type: 'member'; readonly personId: string; readonly name: string; readonly language: string | null };

/** What came of inviting somebody. */
export type Invited =
  | { readonly type: 'invited' }
  | { readonly type: 'refused'; readonly because: 'no-address' | 'no-right' | 'too-many' | 'no-such-organisation' };

/**
 * Asks whoever has the address to become a member, by a mailed link that works once. Whether the address has an account
 * makes no difference that anybody could see.
 */
export async function inviteMember(
  w: Writing<'provide'>,
  by: Inviter,
  wish: { readonly organisationKey: string; readonly email: string; readonly role: MemberRole },
  letters: OrganisationLetters,
): Promise<Invited> {
  const email = normaliseAddress(wish.email);
  if (!isMailAddress(email)) return { type: 'refused', because: 'no-address' };
  const organisation = await lockOrganisation(w, wish.organisationKey);
  if (!organisation) return { type: 'refused', because: 'no-such-organisation' };
  if (by.type === 'member') {
    const role = await selectRole(w, by.personId, organisation.key);
    const action = wish.role === 'owner' ? 'owners.change' : 'members.change';
    if (!role || !mayDo(role, action)) return { type: 'refused', because: 'no-right' };
  }
  const open = await selectInvitations(w, organisation.key, most_invitations);
  const isFull = (await countMembers(w, organisation.key)) + open.length >= most_members;
  if (isFull || open.length >= most_invitations) return { type: 'refused', because: 'too-many' };

  const secret = newSecret();
  const valid_days = organisationTerms.invitation_days;
  const id = await insertInvitation(w, {
    organisationKey: organisation.key,
    email,
    role: wish.role,
    tokenHash: hashSecret(secret),
    expires_at: daysAfter(w.now(), valid_days),
  });
  const name = by.type === 'member' ? by.name : null;
  const facts = { language: by.language, by: name, organisation: organisation.name, role: wish.role };
  await queueLetter(
    w,
    { personId: id, address: email },
    'member-invitation',
    letters.invited({ ...facts, secret, valid_days }),
  );
  return { type: 'invited' };
}

/** The open invitations of an organisation, oldest first. At most 200. */
export function listInvitations(r: Reading<'provide'>, organisationKey: string): Promise<OpenInvitation[]> {
  return selectInvitations(r, organisationKey, most_invitations);
}

/** Takes an invitation back: its link opens nothing any more. */
export function withdrawInvitation(w: Writing<'provide'>, organisationKey: string, id: string): Promise<void> {
  return deleteInvitation(w, organisationKey, id);
}

/** What the link of an invitation opens, or null when it never was, was used, taken back, or is too old. */
export function findMemberInvitation(r: Reading<'provide'>, secret: string): Promise<OpenInvitation | null> {
  return selectInvitation(r, hashSecret(secret));
}

/**
 * Makes whoever follows the link a member. The link is what counts, not the address of their account: people have several.
 * Who is a member already keeps the stronger of the two roles.
 */
export async function joinOrganisation(
  w: Writing<'provide'>,
  personId: string,
  secret: string,
): Promise<
  | { readonly type: 'joined'; readonly organisationKey: string }
  | { readonly type: 'refused'; readonly because: 'no-such-link' }
> {
  const invitation = await takeInvitation(w, hashSecret(secret));
  if (!invitation) return { type: 'refused', because: 'no-such-link' };
  const { organisationKey, role } = invitation;
  await lockOrganisation(w, organisationKey);
  const present = await selectRole(w, personId, organisationKey);
  if (!present) await insertMember(w, organisationKey, personId, role);
  else if (memberRoles.indexOf(role) < memberRoles.indexOf(present))
    await updateRole(w, organisationKey, personId, role);
  return { type: 'joined', organisationKey };
}
