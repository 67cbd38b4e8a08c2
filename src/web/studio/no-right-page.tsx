import { type Action, rolesThatMay } from '../../domains/organisations/index.ts';
import { respondWithNews } from '../layout/message-page.tsx';
import type { SiteContext } from '../request/site-context.ts';
import { urls } from '../urls.ts';
import type { OrganisationPlace } from './studio-site.ts';

/** Says why a member may not do it, and who may. */
export function respondNoRight(c: SiteContext, { organisation, roles }: OrganisationPlace, action: Action): Response {
  const { t, language } = c.var.words;
  const list = (type: 'conjunction' | 'disjunction', names: readonly string[]) =>
    new Intl.ListFormat(language, { type }).format(names);
  const text = t('studio.noRightText', {
    organisation: organisation.name,
    mine: list(
      'conjunction',
      roles.map((role) => t(`role.${role}`)),
    ),
    action: t(`right.${action}`),
    who: list(
      'disjunction',
      rolesThatMay(action).map((role) => t(`role.${role}`)),
    ),
  });
  const isMember = roles.some((role) => role !== 'staff');
  const more = isMember ? (
    <p>
      <a href={urls.roles(organisation.key)} data-control="members.roles">
        {t('members.whatRoles')}
      </a>
    </p>
  ) : null;
  return respondWithNews(c, { title: t('studio.noRight'), text, more }, 403);
}

/** Says that nothing can be published before an operator has said yes to the organisation. */
export function respondNotOpen(c: SiteContext, { organisation }: OrganisationPlace): Response {
  const { t } = c.var.words;
  const state = organisation.state === 'declined' ? 'declined' : 'waiting';
  return respondWithNews(c, { title: t(`studio.state.${state}`), text: t(`studio.stateText.${state}`) }, 403);
}
