import { useWords } from '../i18n.ts';
import type { Reader } from '../request/site-context.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Mark } from '../ui/mark.tsx';
import { urls } from '../urls.ts';

/** On a phone the menu opens by `details`, which needs no script; where there is room it always lies open. */
export function SiteHeader({
  reader,
  siteName,
  here,
}: {
  readonly reader: Reader | null;
  readonly siteName: string;
  /** The page's own address. */
  readonly here: string;
}) {
  const { t } = useWords();
  return (
    <header class="site-header">
      <div class="page-width site-header-row">
        <a class="site-name" href={urls.home()} data-control="site.home">
          <Mark />
          {siteName}
        </a>
        <details class="site-menu">
          <summary>
            <Icon name="menu" />
            {t('site.menu')}
          </summary>
          <nav aria-label={t('site.mainNavigation')}>
            <a href={urls.courses()} aria-current={currentIf(here, urls.courses())} data-control="site.courses">
              {t('site.courses')}
            </a>
            {reader?.isOperator ? <OperatorLinks here={here} /> : null}
            {reader ? <ReaderLinks here={here} /> : <VisitorLinks here={here} />}
          </nav>
        </details>
      </div>
    </header>
  );
}

function ReaderLinks({ here }: { readonly here: string }) {
  const { t } = useWords();
  return (
    <>
      <a href={urls.myCourses()} aria-current={currentIf(here, urls.myCourses())} data-control="site.my-courses">
        {t('site.myCourses')}
      </a>
      <a href={urls.studio()} aria-current={currentIf(here, urls.studio())} data-control="site.studio">
        {t('studio.title')}
      </a>
      <a href={urls.account()} aria-current={currentIf(here, urls.account())} data-control="site.account">
        {t('site.account')}
      </a>
    </>
  );
}

function VisitorLinks({ here }: { readonly here: string }) {
  const { t } = useWords();
  return (
    <>
      <a href={urls.signIn()} aria-current={currentIf(here, urls.signIn())} data-control="site.sign-in">
        {t('site.signIn')}
      </a>
      <ButtonLink href={urls.signUp()} isSmall data-control="site.sign-up">
        {t('site.signUp')}
      </ButtonLink>
    </>
  );
}

function OperatorLinks({ here }: { readonly here: string }) {
  const { t } = useWords();
  return (
    <a href={urls.operate()} aria-current={currentIf(here, urls.operate())} data-control="site.operate">
      {t('operate.title')}
    </a>
  );
}

/** Marks the link to the page that is shown, whatever it looks for. */
function currentIf(here: string, address: string): 'page' | undefined {
  return here.split('?')[0] === address ? 'page' : undefined;
}
