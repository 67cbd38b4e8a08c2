import type { ComponentChildren } from 'preact';
import { type Action, listMemberships } from '../../domains/organisations/index.ts';
import type { Powers } from '../../powers.ts';
import type { ControlId } from '../controls.ts';
import { useWords } from '../i18n.ts';
import { respondWithFilledPage } from '../layout/form-page.tsx';
import { isDone } from '../request/back-done.ts';
import type { SiteContext } from '../request/site-context.ts';
import { Breadcrumbs } from '../ui/breadcrumbs.tsx';
import { ErrorSummary, type FieldErrors } from '../ui/error-summary.tsx';
import { Icon } from '../ui/icon.tsx';
import { Notice, Refusal } from '../ui/notice.tsx';
import { urls } from '../urls.ts';
import type { OrganisationPlace } from './studio-site.ts';

const tabs = {
  courses: { href: urls.studioOrganisation, action: 'organisation.see', control: 'studio.tab-courses' },
  libraries: { href: urls.libraries, action: 'organisation.see', control: 'library.tab' },
  members: { href: urls.members, action: 'members.see', control: 'studio.tab-members' },
  roles: { href: urls.roles, action: 'organisation.see', control: 'studio.tab-roles' },
  about: { href: urls.aboutOrganisation, action: 'organisation.describe', control: 'studio.tab-about' },
  host: { href: urls.hostName, action: 'organisation.address', control: 'studio.tab-host' },
} as const satisfies Readonly<
  Record<string, { readonly href: (key: string) => string; readonly action: Action; readonly control: ControlId }>
>;

type Tab = keyof typeof tabs;

interface OrganisationPageProps {
  readonly tab: Tab;
  readonly title: string;
  readonly lead?: string;
  readonly errors?: FieldErrors;
  /** Refused as a whole, in one sentence: something that no field of a form is to blame for. */
  readonly refusal?: string;
  /** Beside the title: what this page is mostly for. */
  readonly actions?: ComponentChildren;
  readonly styles?: readonly string[];
  readonly children: ComponentChildren;
}

type Membership = Awaited<ReturnType<typeof listMemberships>>[number];

/** Answers with a page of an organisation's own place. With errors it is a 422; after something was done it says so. */
export async function respondWithOrganisation(
  c: SiteContext,
  { database }: Powers,
  place: OrganisationPlace,
  props: OrganisationPageProps,
): Promise<Response> {
  const memberships = await listMemberships(database.read('provide'), place.reader.personId);
  const others = memberships.filter(({ key }) => key !== place.organisation.key);
  const { title, refusal, styles } = props;
  const errors = refusal ? { refusal } : (props.errors ?? {});
  return respondWithFilledPage(c, {
    title: `${title} · ${place.organisation.name}`,
    errors,
    ...(styles ? { styles } : {}),
    children: <OrganisationFrame {...props} place={place} others={others} isDone={isDone(c)} />,
  });
}

function OrganisationFrame({
  place,
  others,
  isDone,
  tab,
  title,
  lead,
  errors = {},
  refusal,
  actions,
  children,
}: OrganisationPageProps & {
  readonly place: OrganisationPlace;
  readonly others: readonly Membership[];
  readonly isDone: boolean;
}) {
  const { t } = useWords();
  const { organisation } = place;
  return (
    <div class="page-width stack-wide">
      <div class="studio-top">
        <Breadcrumbs steps={[{ label: t('studio.title'), href: urls.studio() }, { label: organisation.name }]} />
        <Switcher others={others} />
      </div>
      <nav class="tabs" aria-label={t('studio.placeNavigation')}>
        {Object.entries(tabs)
          .filter(([, { action }]) => place.may(action))
          .map(([name, { href, control }]) => (
            <a
              key={name}
              href={href(organisation.key)}
              aria-current={name === tab ? 'page' : undefined}
              data-control={control}
            >
              {t(`studio.tab.${name as Tab}`)}
            </a>
          ))}
      </nav>
      <Standing state={organisation.state} />
      {isDone ? (
        <Notice tone="good" isNews>
          <p>{t('studio.done')}</p>
        </Notice>
      ) : null}
      <Refusal because={refusal ?? null} />
      <div class="heading-row">
        <header class="stack">
          <h1>{title}</h1>
          {lead ? <p class="lead">{lead}</p> : null}
        </header>
        {actions ? <div class="heading-actions">{actions}</div> : null}
      </div>
      <ErrorSummary errors={errors} />
      {children}
    </div>
  );
}

/** To the reader's other organisations. */
function Switcher({ others }: { readonly others: readonly Membership[] }) {
  const { t } = useWords();
  if (others.length === 0) return null;
  return (
    <details class="switcher">
      <summary>
        {t('studio.switch')}
        <Icon name="next" />
      </summary>
      <ul>
        {others.map(({ key, name }) => (
          <li key={key}>
            <a href={urls.studioOrganisation(key)} dir="auto" data-control="studio.switch">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** That an organisation is not shown yet, or not at all. */
function Standing({ state }: Pick<OrganisationPlace['organisation'], 'state'>) {
  const { t } = useWords();
  if (state === 'open') return null;
  return (
    <Notice tone={state === 'waiting' ? 'note' : 'warn'} title={t(`studio.state.${state}`)}>
      <p>{t(`studio.stateText.${state}`)}</p>
    </Notice>
  );
}
