import {
  findMemberInvitation,
  findOrganisation,
  joinOrganisation,
  type OpenInvitation,
} from '../../../domains/organisations/index.ts';
import { useWords } from '../../i18n.ts';
import { respondWithNews } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import type { Reader, Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { urls } from '../../urls.ts';
import { EnterFirst } from './enter-first.tsx';

/** The link of an invitation to become a member. Opening it changes nothing, since mail programs open links too. */
export const joinRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get('/join/:secret', async (c) => {
    const secret = c.req.param('secret');
    const r = database.read('provide');
    const invitation = await findMemberInvitation(r, secret);
    const organisation = invitation && (await findOrganisation(r, invitation.organisationKey));
    if (!invitation || !organisation) return respondNoInvitation(c);
    c.header('referrer-policy', 'no-referrer');
    const view = { secret, invitation, organisation: organisation.name, reader: c.var.reader };
    return respondWithPage(c, { title: c.var.words.t('join.title'), children: <JoinPage {...view} /> });
  });

  site.post('/join/:secret', async (c) => {
    const { reader } = c.var;
    if (!reader) return toSignIn(c);
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const secret = c.req.param('secret');
    const result = await database.write('provide', (w) => joinOrganisation(w, reader.personId, secret));
    if (result.type === 'refused') return respondNoInvitation(c);
    return c.redirect(urls.studioOrganisation(result.organisationKey), 303);
  });
};

function respondNoInvitation(c: SiteContext): Response {
  const { t } = c.var.words;
  return respondWithNews(c, { title: t('link.gone'), text: t('join.gone') }, 404);
}

function JoinPage({
  secret,
  invitation,
  organisation,
  reader,
}: {
  readonly secret: string;
  readonly invitation: OpenInvitation;
  readonly organisation: string;
  readonly reader: Reader | null;
}) {
  const { t, day } = useWords();
  const role = t(`role.${invitation.role}`);
  return (
    <div class="column form-column stack-wide">
      <header class="stack">
        <h1>{t('join.title')}</h1>
        <p class="lead">{t('join.lead', { organisation, role })}</p>
        <p class="soft">{t('join.until', { day: day(invitation.expires_at) })}</p>
      </header>
      {reader ? (
        <form class="stack" method="post" action={urls.join(secret)}>
          <p>{t('join.as', { name: reader.name })}</p>
          <p class="soft small">{t('join.seen')}</p>
          <Button data-control="join.accept">{t('join.accept')}</Button>
        </form>
      ) : (
        <EnterFirst next={urls.join(secret)} />
      )}
    </div>
  );
}
