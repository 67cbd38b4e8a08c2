import { acceptInvitation, findInvitation, type InvitationView } from '../../../domains/outreach/index.ts';
import { useWords } from '../../i18n.ts';
import { respondWithNews } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { urls } from '../../urls.ts';

/** The link of an invitation to host courses. */
export const invitationRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get('/invitation/:secret', async (c) => {
    const secret = c.req.param('secret');
    const invitation = await findInvitation(database.read('contact'), secret);
    if (!invitation) return respondNoInvitation(c);
    c.header('referrer-policy', 'no-referrer');
    const children = <InvitationPage secret={secret} invitation={invitation} />;
    return respondWithPage(c, { title: c.var.words.t('invitation.title'), children });
  });

  site.post('/invitation/:secret', async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const secret = c.req.param('secret');
    const result = await database.write('contact', (w) => acceptInvitation(w, secret));
    return result.type === 'accepted' ? c.redirect(urls.invitation(secret), 303) : respondNoInvitation(c);
  });
};

function respondNoInvitation(c: SiteContext): Response {
  const { t } = c.var.words;
  return respondWithNews(c, { title: t('link.gone'), text: t('invitation.gone') }, 404);
}

/** What was carried over from the form, and a yes to it. Opening the organisation itself is not possible here yet, and it says so. */
function InvitationPage({ secret, invitation }: { readonly secret: string; readonly invitation: InvitationView }) {
  const { t, day, language } = useWords();
  const { carried, expires_at, accepted_at } = invitation;
  const region = new Intl.DisplayNames(language, { type: 'region' });
  const facts = [
    [t('invitation.organisation'), carried.organisation],
    [t('invitation.kind'), t(`hostKind.${carried.kind as 'teacher'}`)],
    [t('invitation.person'), [carried.person, carried.role].filter(Boolean).join(', ')],
    [t('profile.country'), carried.country ? (region.of(carried.country) ?? carried.country) : ''],
    [t('invitation.teaches'), carried.teaches],
  ];
  return (
    <div class="column stack-wide">
      <header class="stack">
        <h1>{t('invitation.title')}</h1>
        <p class="lead">{t('invitation.lead', { organisation: carried.organisation })}</p>
      </header>
      <section class="panel">
        <h2>{t('invitation.carried')}</h2>
        <dl class="facts">
          {facts
            .filter(([, value]) => value)
            .map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd class="as-typed" dir="auto">
                  {value}
                </dd>
              </div>
            ))}
        </dl>
      </section>
      {accepted_at ? (
        <Notice tone="good" title={t('invitation.accepted', { day: day(accepted_at) })}>
          <p>{t('invitation.acceptedText')}</p>
        </Notice>
      ) : (
        <form class="stack" method="post" action={urls.invitation(secret)}>
          <p>{t('invitation.today', { day: day(expires_at) })}</p>
          <Button data-control="invitation.accept">{t('invitation.accept')}</Button>
        </form>
      )}
    </div>
  );
}
