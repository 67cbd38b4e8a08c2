import type { ComponentChildren } from 'preact';
import type { MessageKey } from '../i18n.ts';
import type { SiteContext } from '../request/site-context.ts';
import { urls } from '../urls.ts';
import { respondWithPage } from './page.tsx';

/** Answers with a page that only says something: what happens next, or why something does not. */
export function respondWithNews(
  c: SiteContext,
  news: { readonly title: string; readonly text: string; readonly more?: ComponentChildren },
  status: 200 | 403 | 404 | 409 | 413 | 429 | 500 = 200,
): Response {
  const { title, text, more } = news;
  const children = (
    <div class="column form-column stack">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      {more}
    </div>
  );
  return respondWithPage(c, { title, children }, status);
}

/** The same with a way home: not found, refused, a fault. */
export function respondWithMessage(
  c: SiteContext,
  status: 403 | 404 | 413 | 500,
  title: MessageKey,
  text: MessageKey,
): Response {
  const { t } = c.var.words;
  const more = (
    <p>
      <a href={urls.home()} data-control="error.home">
        {t('error.home')}
      </a>
    </p>
  );
  return respondWithNews(c, { title: t(title), text: t(text), more }, status);
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
