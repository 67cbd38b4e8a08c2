import type { MiddlewareHandler } from 'hono';
import { getOpening, type Opening } from '../../../domains/outreach/index.ts';
import type { Powers } from '../../../powers.ts';
import { useWords } from '../../i18n.ts';
import { respondWithPage } from '../../layout/page.tsx';
import type { SiteContext, Variables } from '../../request/site-context.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { HomePicture } from '../home/home-picture.tsx';

/** What stands open before the site does: the forms, the documents, the press, and the way in for those who have one. */
const openBefore =
  /^\/(build|documents|press|pages|invitation|join|mail|admin|learn|api|account(?!\/new)|choices|cookies|what-we-collect|\.well-known|favicon\.svg|robots\.txt|ui)(\/|$)/;

/** Who follows an invitation makes their account before the site opens: hosts are there first. */
function isInvited(c: SiteContext): boolean {
  return c.req.path.startsWith(urls.signUp()) && /^\/(invitation|join)\/./.test(c.req.query('next') ?? '');
}

/** Until the site is open, visitors see that it is coming. Who is signed in prepares it, and sees it as it will be. */
export function comingSoon({ database }: Powers): MiddlewareHandler<{ Variables: Variables }> {
  return async (c, next) => {
    if (c.var.reader || openBefore.test(c.req.path) || isInvited(c)) return next();
    const opening = await getOpening(database.read('provide'));
    if (!opening.isComingSoon) return next();
    if (c.req.path !== urls.home()) return c.redirect(urls.home(), 302);
    const title = c.var.words.t('soon.title');
    return respondWithPage(c, { title, children: <ComingSoonPage opening={opening} /> });
  };
}

function ComingSoonPage({ opening: { opensOn } }: { readonly opening: Opening }) {
  const { t, day } = useWords();
  return (
    <div class="home">
      <section class="home-lead">
        <div class="page-width home-lead-row">
          <div class="stack">
            <h1 class="display">{t('soon.title')}</h1>
            <p class="lead">
              {opensOn ? t('soon.on', { day: day(new Date(`${opensOn}T12:00:00Z`)) }) : t('soon.some')}
            </p>
            <p>{t('soon.ask')}</p>
            <p>
              <ButtonLink href={urls.build()} data-control="soon.build">
                {t('build.title')}
              </ButtonLink>
            </p>
          </div>
          <HomePicture />
        </div>
      </section>
    </div>
  );
}
