import { useWords } from '../i18n.ts';
import { urls } from '../urls.ts';

export function SiteFooter() {
  const { t } = useWords();
  return (
    <footer class="site-footer">
      <nav aria-label={t('site.footer')}>
        <a href={urls.document('privacy')} data-control="footer.privacy">
          {t('site.privacy')}
        </a>
        <a href={urls.document('terms')} data-control="footer.terms">
          {t('site.terms')}
        </a>
        <a href={urls.document('honor-code')} data-control="footer.honor-code">
          {t('site.honorCode')}
        </a>
      </nav>
    </footer>
  );
}
