import type { MessageKey } from '../i18n.ts';
import type { SiteContext } from '../request/site-context.ts';
import { urls } from '../urls.ts';
import { respondWithPage } from './page.tsx';

/** A page that only says something: not found, refused, a fault. */
export function respondWithMessage(
  c: SiteContext,
  status: 403 | 404 | 413 | 500,
  title: MessageKey,
  text: MessageKey,
): Response {
  const { t } = c.var.words;
  return respondWithPage(
    c,
    {
      title: t(title),
      children: (
        <div class="column stack">
          <h1>{t(title)}</h1>
          <p class="lead">{t(text)}</p>
          <p>
            <a href={urls.home()} data-control="error.home">
              {t('error.home')}
            </a>
          </p>
        </div>
      ),
    },
    status,
  );
}

export function respondNotFound(c: SiteContext): Response {
  return respondWithMessage(c, 404, 'error.notFound.title', 'error.notFound.text');
}

export function respondForbidden(c: SiteContext): Response {
  return respondWithMessage(c, 403, 'error.forbidden.title', 'error.forbidden.text');
}

export function respondTooLarge(c: SiteContext): Response {
  return respondWithMessage(c, 413, 'error.tooLarge.title', 'error.tooLarge.text');
}
