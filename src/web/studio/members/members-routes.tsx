import {
  changeRole,
  handOver,
  inviteMember,
  listInvitations,
  listMembers,
  type MemberChange,
  type MemberRole,
  memberRoles,
  removeMember,
  withdrawInvitation,
} from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields, readForm } from '../../request/read-form.ts';
import { isRowId } from '../../request/row-id.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { respondWithOrganisation } from '../organisation-frame.tsx';
import { organisationLetters } from '../organisation-letters.ts';
import type { OrganisationPlace, StudioRoutes } from '../studio-site.ts';
import { MembersPage, type MembersView } from './members-page.tsx';

type Extra = Partial<Pick<MembersView, 'invited' | 'errors'>> & { readonly refusal?: string };

/** Who is a member: seen by all members, changed by those who may. */
export const membersRoutes: StudioRoutes = (studio, powers) => {
  const { config, database } = powers;

  studio.get('/studio/organisations/:organisation/members', 'members.see', (c, place) => showMembers(c, powers, place));

  studio.post('/studio/organisations/:organisation/members/invite', 'members.change', async (c, place) => {
    const { reader, organisation } = place;
    const refusal = await refuseTooMany(c, powers, { what: 'invite-member', who: reader.personId });
    if (refusal) return refusal;
    const form = await readForm(c, ['email', 'role'], 300);
    const role = readRole(form.role);
    const { t, language } = c.var.words;
    if (!role) return showMembers(c, powers, place, { invited: form, errors: { role: t('members.fault.role') } });
    const by = { type: 'member', personId: reader.personId, name: reader.name, language } as const;
    const wish = { organisationKey: organisation.key, email: form.email, role };
    const result = await database.write('provide', (w) => inviteMember(w, by, wish, organisationLetters(config)));
    if (result.type === 'invited') return backDone(c, urls.members(organisation.key));
    if (result.because === 'no-address')
      return showMembers(c, powers, place, { invited: form, errors: { email: t('fault.email') } });
    const because = result.because === 'too-many' ? 'too-many' : 'no-right';
    return showMembers(c, powers, place, { invited: form, refusal: t(`members.fault.${because}`) });
  });

  studio.post('/studio/organisations/:organisation/members/withdraw', 'members.change', async (c, { organisation }) => {
    const { invitation } = await readForm(c, ['invitation'], 100);
    if (!isRowId(invitation)) return respondNotFound(c);
    await database.write('provide', (w) => withdrawInvitation(w, organisation.key, invitation));
    return backDone(c, urls.members(organisation.key));
  });

  studio.post('/studio/organisations/:organisation/members/role', 'members.change', async (c, place) => {
    const fields = await readFields(c);
    const handle = fields.get('member') ?? '';
    const role = readRole(fields.get(`role-${handle}`) ?? '');
    if (!role) return showMembers(c, powers, place, { refusal: c.var.words.t('members.fault.role') });
    return change(c, place, handle, (at) => database.write('provide', (w) => changeRole(w, at, role)));
  });

  studio.post('/studio/organisations/:organisation/members/remove', 'members.change', async (c, place) => {
    const { member } = await readForm(c, ['member'], 100);
    return change(c, place, member, (at) => database.write('provide', (w) => removeMember(w, at)));
  });

  studio.post('/studio/organisations/:organisation/members/hand-over', 'owners.change', async (c, place) => {
    const { successor } = await readForm(c, ['successor'], 100);
    return change(c, place, successor, (at) => database.write('provide', (w) => handOver(w, at)));
  });

  async function change(
    c: SiteContext,
    place: OrganisationPlace,
    handle: string,
    act: (at: { organisationKey: string; actorId: string; personId: string }) => Promise<MemberChange>,
  ): Promise<Response> {
    const { key } = place.organisation;
    const members = await listMembers(database.read('provide'), key);
    const personId = members.find((member) => member.handle === handle)?.personId;
    const result: MemberChange = personId
      ? await act({ organisationKey: key, actorId: place.reader.personId, personId })
      : { type: 'refused', because: 'no-such-member' };
    if (result.type === 'stored') return backDone(c, urls.members(key));
    return showMembers(c, powers, place, { refusal: c.var.words.t(`members.fault.${result.because}`) });
  }
};

function readRole(written: string): MemberRole | null {
  return memberRoles.find((role) => role === written) ?? null;
}

/** The page of the members, with what was wrong where something was. */
export async function showMembers(
  c: SiteContext,
  powers: Powers,
  place: OrganisationPlace,
  { invited = { email: '', role: 'author' }, errors = {}, refusal }: Extra = {},
): Promise<Response> {
  const r = powers.database.read('provide');
  const { key } = place.organisation;
  const members = await listMembers(r, key);
  const invitations = place.may('members.change') ? await listInvitations(r, key) : [];
  const { t } = c.var.words;
  return respondWithOrganisation(c, powers, place, {
    tab: 'members',
    title: t('studio.tab.members'),
    errors,
    ...(refusal ? { refusal } : {}),
    children: <MembersPage view={{ place, members, invitations, invited, errors }} />,
  });
}
