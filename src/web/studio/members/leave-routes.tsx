import { removeMember } from '../../../domains/organisations/index.ts';
import type { Powers } from '../../../powers.ts';
import type { SiteContext } from '../../request/site-context.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { respondWithOrganisation } from '../organisation-frame.tsx';
import type { OrganisationPlace, StudioRoutes } from '../studio-site.ts';
import { showMembers } from './members-routes.tsx';

/** Leaving an organisation: everybody may, but for its last owner. */
export const leaveRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/organisations/:organisation/leave', 'organisation.see', (c, place) =>
    showLeave(c, powers, place),
  );

  studio.post('/studio/organisations/:organisation/leave', 'organisation.see', async (c, place) => {
    const { personId } = place.reader;
    const at = { organisationKey: place.organisation.key, actorId: personId, personId };
    const result = await powers.database.write('provide', (w) => removeMember(w, at));
    if (result.type === 'stored') return c.redirect(urls.studio(), 303);
    return showMembers(c, powers, place, { refusal: c.var.words.t(`members.fault.${result.because}`) });
  });
};

function showLeave(c: SiteContext, powers: Powers, place: OrganisationPlace): Promise<Response> {
  const { t } = c.var.words;
  const { key, name } = place.organisation;
  return respondWithOrganisation(c, powers, place, {
    tab: 'members',
    title: t('members.leave'),
    children: (
      <form class="stack" method="post" action={urls.leaveOrganisation(key)}>
        <p>{t('members.leaveText', { organisation: name })}</p>
        <div class="form-actions">
          <Button look="danger" data-control="members.leave-now">
            {t('members.leave')}
          </Button>
          <ButtonLink href={urls.members(key)} look="quiet" data-control="members.stay">
            {t('members.stay')}
          </ButtonLink>
        </div>
      </form>
    ),
  });
}
