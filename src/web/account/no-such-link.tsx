import { respondWithNews } from '../layout/message-page.tsx';
import type { SiteContext } from '../request/site-context.ts';
import { ButtonLink } from '../ui/button.tsx';
import { urls } from '../urls.ts';

/** A mailed link that was used, is too old, or never was. */
export function respondNoSuchLink(c: SiteContext): Response {
  const { t } = c.var.words;
  const more = (
    <p>
      <ButtonLink href={urls.forgotten()} look="quiet" data-control="link.again">
        {t('link.again')}
      </ButtonLink>
    </p>
  );
  return respondWithNews(c, { title: t('link.gone'), text: t('link.goneText'), more }, 404);
}
