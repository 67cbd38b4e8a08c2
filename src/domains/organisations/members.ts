import type { Reading, Writing } from '../../kernel/database/index.ts';
import { listPeople } from '../identity/index.ts';
import {
  countOwners,
  deleteMember,
  insertMember,
  selectMembers,
  selectMemberships,
  selectOwned,
  selectRole,
  updateRole,
} from './member-store.ts';
import { lockOrganisation } from './organisation-store.ts';
import { type MemberRole, mayDo } from './rights.ts';

/** How many members an organisation may have. */
export const most_members = 1000;
const most_memberships = 200;
const most_owned = 10_000;

/** A member, by the random word that stands for them on pages. */
export interface Member {
  readonly personId: string;
  readonly handle: string;
  readonly name: string;
  readonly role: MemberRole;
  readonly since: Date;
}

/** What came of changing who is a member, or as what. */
export type MemberChange =
  | { readonly type: 'stored' }
  | { readonly type: 'refused'; readonly because: 'no-right' | 'no-such-member' | 'last-owner' };

/** What a person is in the organisation with this key (in whatever case); null when they are no member of it. */
export function findMemberRole(
  r: Reading<'provide'>,
  personId: string,
  organisationKey: string,
): Promise<MemberRole | null> {
  return selectRole(r, personId, organisationKey);
}

/** The organisations of a person with their role in each, by name. At most 200. */
export function listMemberships(
  r: Reading<'provide'>,
  personId: string,
): Promise<{ readonly key: string; readonly name: string; readonly role: MemberRole }[]> {
  return selectMemberships(r, personId, most_memberships);
}

/** The members of an organisation, longest there first. At most 1,000. */
export async function listMembers(r: Reading<'provide'>, organisationKey: string): Promise<Member[]> {
  const rows = await selectMembers(r, organisationKey, most_members);
  const people = await listPeople(
    r,
    rows.map(({ personId }) => personId),
  );
  return rows.flatMap((row) => {
    const person = people.get(row.personId);
    return person ? [{ ...row, ...person }] : [];
  });
}

/** The keys of organisations that have an owner. */
export function listOwned(r: Reading<'provide'>): Promise<Set<string>> {
  return selectOwned(r, most_owned);
}

/** Makes a person a member without an invitation, for the demo and for operators' commands; a member stays what they are. */
export async function ensureMember(
  w: Writing<'provide'>,
  organisationKey: string,
  personId: string,
  role: MemberRole,
): Promise<void> {
  if (!(await selectRole(w, personId, organisationKey))) await insertMember(w, organisationKey, personId, role);
}

/** Gives a member another role. Only an owner makes owners or takes that role from one, and there is always one left. */
export async function changeRole(
  w: Writing<'provide'>,
  at: { readonly organisationKey: string; readonly actorId: string; readonly personId: string },
  role: MemberRole,
): Promise<MemberChange> {
  const refusal = await refuseChange(w, at, role);
  if (refusal) return refusal;
  await updateRole(w, at.organisationKey, at.personId, role);
  return { type: 'stored' };
}

/** Takes a member out. Everybody may take out themselves, but for the last owner. */
export async function removeMember(
  w: Writing<'provide'>,
  at: { readonly organisationKey: string; readonly actorId: string; readonly personId: string },
): Promise<MemberChange> {
  const refusal = await refuseChange(w, at, null);
  if (refusal) return refusal;
  await deleteMember(w, at.organisationKey, at.personId);
  return { type: 'stored' };
}

/** An owner makes another member an owner, and stays as administrator. */
export async function handOver(
  w: Writing<'provide'>,
  at: { readonly organisationKey: string; readonly actorId: string; readonly personId: string },
): Promise<MemberChange> {
  const { organisationKey, actorId, personId } = at;
  const refusal = actorId === personId ? noSuchMember : await refuseChange(w, at, 'owner');
  if (refusal) return refusal;
  await updateRole(w, organisationKey, personId, 'owner');
  await updateRole(w, organisationKey, actorId, 'administrator');
  return { type: 'stored' };
}

const noSuchMember: MemberChange = { type: 'refused', because: 'no-such-member' };

/** Null when the change may be made: what both are is asked again under the lock, since pages may be old. */
async function refuseChange(
  w: Writing<'provide'>,
  { organisationKey, actorId, personId }: { organisationKey: string; actorId: string; personId: string },
  becomes: MemberRole | null,
): Promise<MemberChange | null> {
  await lockOrganisation(w, organisationKey);
  const actor = await selectRole(w, actorId, organisationKey);
  const role = await selectRole(w, personId, organisationKey);
  if (!actor) return { type: 'refused', because: 'no-right' };
  if (!role) return noSuchMember;
  const isLeaving = actorId === personId && becomes === null;
  const touchesOwners = role === 'owner' || becomes === 'owner';
  const action = touchesOwners ? 'owners.change' : 'members.change';
  if (!isLeaving && !mayDo(actor, action)) return { type: 'refused', because: 'no-right' };
  const losesOwner = role === 'owner' && becomes !== 'owner';
  const isLast = losesOwner && (await countOwners(w, organisationKey)) === 1;
  return isLast ? { type: 'refused', because: 'last-owner' } : null;
}
