import { useWords } from '../i18n.ts';
import { Button } from '../ui/button.tsx';
import { urls } from '../urls.ts';

/** For who has not yet taken note of the documents that hold now. Until they do, nothing about what they do is recorded. */
export function DocumentsBanner({ here }: { /** The page's own address, to come back to. */ readonly here: string }) {
  const { t } = useWords();
  return (
    <section class="banner" aria-label={t('banner.label')}>
      <div class="page-width banner-row">
        <p>
          {t('banner.text')}{' '}
          <a href={urls.document('privacy')} data-control="banner.privacy">
            {t('site.privacy')}
          </a>{' '}
          ·{' '}
          <a href={urls.document('terms')} data-control="banner.terms">
            {t('site.terms')}
          </a>{' '}
          ·{' '}
          <a href={urls.myData()} data-control="banner.leave">
            {t('banner.leave')}
          </a>
        </p>
        <form method="post" action={urls.acknowledge()}>
          <input type="hidden" name="next" value={here} />
          <Button isSmall data-control="banner.acknowledge">
            {t('banner.acknowledge')}
          </Button>
        </form>
      </div>
    </section>
  );
}
