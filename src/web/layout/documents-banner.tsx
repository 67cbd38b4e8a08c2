import type { DocumentNews } from '../../domains/policy/index.ts';
import { useWords } from '../i18n.ts';
import type { Reader } from '../request/site-context.ts';
import { Button } from '../ui/button.tsx';
import { urls } from '../urls.ts';

/** What a page tells of the documents: to whom they are new, what changed, or that nothing is collected any more. */
export interface Banner {
  readonly to: 'visitor' | 'reader' | 'who-disagrees';
  readonly news: readonly DocumentNews[];
}

/** Everybody is told of a new version for 30 days; whoever has an account until they answered. */
export function bannerFor(reader: Reader | null, news: readonly DocumentNews[]): Banner | null {
  if (!reader) return news.length > 0 ? { to: 'visitor', news } : null;
  if (reader.standing === 'noted') return null;
  return { to: reader.standing === 'disagrees' ? 'who-disagrees' : 'reader', news };
}

export function DocumentsBanner({
  banner: { to, news },
  here,
}: {
  readonly banner: Banner;
  /** The page's own address, to come back to. */
  readonly here: string;
}) {
  const { t } = useWords();
  return (
    <section class="banner" aria-label={t('banner.label')}>
      <div class="page-width banner-row">
        <p>
          {sentence(to, news.length > 0, t)}{' '}
          {to === 'who-disagrees' ? null : (
            <>
              <BannerLinks news={news} />{' '}
            </>
          )}
          <a href={urls.disagree()} data-control="banner.leave">
            {t(to === 'who-disagrees' ? 'banner.ways' : 'banner.leave')}
          </a>
        </p>
        {to === 'reader' ? (
          <form method="post" action={urls.acknowledge()}>
            <input type="hidden" name="next" value={here} />
            <Button isSmall data-control="banner.acknowledge">
              {t('banner.acknowledge')}
            </Button>
          </form>
        ) : null}
      </div>
    </section>
  );
}

function sentence(to: Banner['to'], isChange: boolean, t: ReturnType<typeof useWords>['t']): string {
  if (to === 'who-disagrees') return t('banner.disagrees');
  if (to === 'visitor') return t('banner.changed');
  return t(isChange ? 'banner.changedForReader' : 'banner.text');
}

/** What changed, where something did; else the documents. */
function BannerLinks({ news }: Pick<Banner, 'news'>) {
  const { t, day } = useWords();
  if (news.length > 0) {
    return (
      <>
        {news.map(({ kind, version, before, effective_at }) => (
          <>
            <a key={kind} href={urls.documentChanges(kind, before, version)} data-control="banner.changes">
              {t('banner.change', { title: t(`documents.kind.${kind}`), day: day(effective_at) })}
            </a>{' '}
            ·{' '}
          </>
        ))}
      </>
    );
  }
  return (
    <>
      <a href={urls.document('privacy')} data-control="banner.privacy">
        {t('site.privacy')}
      </a>{' '}
      ·{' '}
      <a href={urls.document('terms')} data-control="banner.terms">
        {t('site.terms')}
      </a>{' '}
      ·
    </>
  );
}
