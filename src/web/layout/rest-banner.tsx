import { useWords } from '../i18n.ts';
import { urls } from '../urls.ts';

/** That nothing is done with the reader's data, on every page: it is easily forgotten, and looks like a fault. */
export function RestBanner() {
  const { t } = useWords();
  return (
    <section class="banner" aria-label={t('atRest.title')}>
      <div class="page-width banner-row">
        <p>
          {t('banner.atRest')}{' '}
          <a href={urls.myData()} data-control="banner.at-rest">
            {t('myData.title')}
          </a>
        </p>
      </div>
    </section>
  );
}
