import {
  type Action,
  actions,
  isCourseAction,
  mayDo,
  type Role,
  rolesThatMay,
} from '../../../domains/organisations/index.ts';
import { useWords } from '../../i18n.ts';
import { respondWithOrganisation } from '../organisation-frame.tsx';
import type { StudioRoutes } from '../studio-site.ts';

/** Who may do what, as the table says it that every page asks. */
export const rolesRoutes: StudioRoutes = (studio, powers) => {
  studio.get('/studio/organisations/:organisation/roles', 'organisation.see', (c, place) => {
    const { t } = c.var.words;
    return respondWithOrganisation(c, powers, place, {
      tab: 'roles',
      title: t('roles.title'),
      lead: t('roles.lead', { role: t(`role.${place.roles[0]!}`) }),
      children: (
        <>
          <RightsTable
            title={t('roles.ofOrganisation')}
            shown={actions.filter((one) => !isCourseAction(one))}
            mine={place.roles}
          />
          <RightsTable title={t('roles.ofCourses')} shown={actions.filter(isCourseAction)} mine={place.roles} />
          <p class="soft small">{t('roles.staffWhy')}</p>
        </>
      ),
    });
  });
};

const roles: readonly Role[] = rolesThatMay('course.see');

function RightsTable({
  title,
  shown,
  mine,
}: {
  readonly title: string;
  readonly shown: readonly Action[];
  readonly mine: readonly Role[];
}) {
  const { t } = useWords();
  const columns = roles.filter((role) => shown.some((action) => mayDo(role, action)));
  return (
    <table class="rights">
      <caption>{title}</caption>
      <thead>
        <tr>
          <td />
          {columns.map((role) => (
            <th key={role} scope="col" class={mine.includes(role) ? 'rights-mine' : undefined}>
              {t(`roles.short.${role}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((action) => (
          <tr key={action}>
            <th scope="row">{t(`right.${action}`)}</th>
            {columns.map((role) => (
              <Right key={role} role={role} isGiven={mayDo(role, action)} isMine={mine.includes(role)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a phone only what is given is shown, by the role's name. */
function Right({
  role,
  isGiven,
  isMine,
}: {
  readonly role: Role;
  readonly isGiven: boolean;
  readonly isMine: boolean;
}) {
  const { t } = useWords();
  const look = [isGiven ? 'rights-yes' : 'rights-no', isMine ? 'rights-mine' : ''].filter(Boolean).join(' ');
  return (
    <td class={look} data-role={t(`roles.short.${role}`)}>
      <span>{t(isGiven ? 'roles.yes' : 'roles.no')}</span>
    </td>
  );
}
