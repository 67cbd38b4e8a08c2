import { useWords } from '../i18n.ts';
import { urls } from '../urls.ts';

/** The documents, from every page, and the zone in which it shows its dates. */
export function SiteFooter({ siteName }: { readonly siteName: string }) {
  const { t, timeZone } = useWords();
  return (
    <footer class="site-footer">
      <div class="page-width site-footer-row">
        <nav aria-label={t('site.footer')}>
          <a href={urls.build()} data-control="footer.build">
            {t('build.title')}
          </a>
          <a href={urls.infoPage('about')} data-control="footer.about">
            {t('site.about')}
          </a>
          <a href={urls.infoPage('open-edx')} data-control="footer.open-edx">
            {t('site.openEdx')}
          </a>
          <a href={urls.press()} data-control="footer.press">
            {t('press.title')}
          </a>
          <a href={urls.document('privacy')} data-control="footer.privacy">
            {t('site.privacy')}
          </a>
          <a href={urls.collected()} data-control="footer.collected">
            {t('collected.title')}
          </a>
          <a href={urls.ledgerLog()} data-control="footer.ledger">
            {t('receipt.title')}
          </a>
          <a href={urls.choices()} data-control="footer.choices">
            {t('choices.title')}
          </a>
          <a href={urls.cookies()} data-control="footer.cookies">
            {t('cookies.title')}
          </a>
          <a href={urls.concerns()} data-control="footer.concerns">
            {t('concern.title')}
          </a>
          <a href={urls.document('terms')} data-control="footer.terms">
            {t('site.terms')}
          </a>
          <a href={urls.document('honor-code')} data-control="footer.honor-code">
            {t('site.honorCode')}
          </a>
        </nav>
        <p>
          {siteName} · {t('site.timesIn', { timeZone })}
        </p>
      </div>
    </footer>
  );
}
