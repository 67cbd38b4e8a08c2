import type { MiddlewareHandler } from 'hono';
import { respondWithNews } from '../layout/message-page.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { urls } from '../urls.ts';
import type { Variables } from './site-context.ts';

/** Where a person's data are used for more than being shown to them. */
const closedPlaces = [urls.myCourses(), urls.preview(), '/frame', '/studio', '/admin'] as const;

/** Data at rest are stored and not used: courses and desks are closed to whose they are, until they say otherwise. */
export const leaveAtRest: MiddlewareHandler<{ Variables: Variables }> = async (c, next) => {
  const { path } = c.req;
  const isClosed = closedPlaces.some((place) => path === place || path.startsWith(`${place}/`));
  if (!c.var.reader?.isRestricted || !isClosed) return next();
  const { t } = c.var.words;
  const more = (
    <p>
      <ButtonLink href={urls.useLimits()} data-control="at-rest.limits">
        {t('atRest.change')}
      </ButtonLink>
    </p>
  );
  return respondWithNews(c, { title: t('atRest.title'), text: t('atRest.text'), more }, 403);
};
