import type { ComponentChildren } from 'preact';
import { useWords } from '../i18n.ts';
import { urls } from '../urls.ts';

export type AccountPlace = 'account' | 'profile' | 'choices' | 'data';

/** What the pages of an account share: the way between them. */
export function AccountFrame({
  place,
  title,
  lead,
  trail,
  children,
}: {
  readonly place: AccountPlace;
  readonly title: string;
  readonly lead?: string;
  /** The way back, on pages below a first one. */
  readonly trail?: ComponentChildren;
  readonly children: ComponentChildren;
}) {
  const { t } = useWords();
  const current = (one: AccountPlace) => (one === place ? ('page' as const) : undefined);
  return (
    <div class="column stack-wide">
      <nav class="tabs" aria-label={t('account.navigation')}>
        <a href={urls.account()} aria-current={current('account')} data-control="account.overview">
          {t('site.account')}
        </a>
        <a href={urls.profile()} aria-current={current('profile')} data-control="account.profile">
          {t('profile.title')}
        </a>
        <a href={urls.choices()} aria-current={current('choices')} data-control="account.choices">
          {t('choices.title')}
        </a>
        <a href={urls.myData()} aria-current={current('data')} data-control="account.data">
          {t('myData.title')}
        </a>
      </nav>
      <div class="stack">
        {trail}
        <h1>{title}</h1>
        {lead ? <p class="lead">{lead}</p> : null}
      </div>
      {children}
    </div>
  );
}
