import { useWords } from '../i18n.ts';
import type { Reader } from '../request/site-context.ts';
import { urls } from '../urls.ts';

export function SiteHeader({ reader, siteName }: { readonly reader: Reader | null; readonly siteName: string }) {
  const { t } = useWords();
  return (
    <header class="site-header">
      <a class="site-name" href={urls.home()} data-control="site.home">
        {siteName}
      </a>
      <nav aria-label={t('site.mainNavigation')}>
        <a href={urls.courses()} data-control="site.courses">
          {t('site.courses')}
        </a>
        {reader ? (
          <>
            <a href={urls.myCourses()} data-control="site.my-courses">
              {t('site.myCourses')}
            </a>
            <a href={urls.account()} data-control="site.account">
              {t('site.account')}
            </a>
          </>
        ) : (
          <>
            <a href={urls.signIn()} data-control="site.sign-in">
              {t('site.signIn')}
            </a>
            <a href={urls.signUp()} data-control="site.sign-up">
              {t('site.signUp')}
            </a>
          </>
        )}
      </nav>
    </header>
  );
}
