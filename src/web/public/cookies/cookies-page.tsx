import { useWords } from '../../i18n.ts';
import type { CookieKey } from '../../request/cookies.ts';
import { urls } from '../../urls.ts';

/** A cookie, as its page tells of it. */
export interface CookieView {
  readonly key: CookieKey;
  readonly name: string;
  readonly keep_days: number;
}

/** Everything that the site keeps in a browser, and what works without. */
export function CookiesPage({
  cookies,
  idle_days,
}: {
  readonly cookies: readonly CookieView[];
  readonly idle_days: number;
}) {
  const { t } = useWords();
  return (
    <div class="column stack-wide">
      <div class="stack">
        <h1>{t('cookies.title')}</h1>
        <p class="lead">{t('cookies.lead')}</p>
      </div>
      <section class="stack">
        <h2>{t('cookies.all', { count: cookies.length })}</h2>
        {cookies.map((cookie) => (
          <Cookie key={cookie.key} cookie={cookie} idle_days={idle_days} />
        ))}
        <p>{t('cookies.nothingElse')}</p>
      </section>
      <section class="stack">
        <h2>{t('cookies.refuse')}</h2>
        <p>{t('cookies.refuseText')}</p>
        <p>{t('cookies.works')}</p>
        <p>{t('cookies.worksNot')}</p>
      </section>
      <section class="stack">
        <h2>{t('cookies.others')}</h2>
        <p>{t('cookies.othersText')}</p>
      </section>
      <section class="stack">
        <h2>{t('cookies.signals')}</h2>
        <p>
          {t('cookies.signalsText')}{' '}
          <a href={urls.choices()} data-control="cookies.choices">
            {t('choices.title')}
          </a>{' '}
          ·{' '}
          <a href={`${urls.document('privacy')}#P7`} data-control="cookies.privacy">
            {t('site.privacy')}
          </a>
        </p>
      </section>
    </div>
  );
}

function Cookie({
  cookie: { key, name, keep_days },
  idle_days,
}: {
  readonly cookie: CookieView;
  readonly idle_days: number;
}) {
  const { t } = useWords();
  return (
    <article class="panel">
      <h3>
        <code>{name}</code> <span class="tag">{t('cookies.needed')}</span>
      </h3>
      <dl class="facts">
        <div>
          <dt>{t('cookies.why')}</dt>
          <dd>{t(`cookies.${key}.why`)}</dd>
        </div>
        <div>
          <dt>{t('cookies.when')}</dt>
          <dd>{t(`cookies.${key}.when`)}</dd>
        </div>
        <div>
          <dt>{t('cookies.howLong')}</dt>
          <dd>{t(`cookies.${key}.howLong`, { keep_days, idle_days })}</dd>
        </div>
      </dl>
    </article>
  );
}
