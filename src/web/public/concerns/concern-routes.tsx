import { getProfile } from '../../../domains/identity/index.ts';
import {
  confirmRequest,
  isKind,
  type RequestForm,
  sendRequest,
  showIdentity,
} from '../../../domains/requests/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage, respondWithForm } from '../../layout/form-page.tsx';
import { respondWithNews } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { requestErrors, requestFields } from './concern-form.ts';
import { requestLetters } from './concern-letters.ts';
import { ConcernPage, trapField } from './concern-page.tsx';

/** Privacy concerns (P13): anyone asks about their data, or says what worries them. */
export const concernRoutes: Routes = (site, powers) => {
  asking(site, powers);
  followingLinks(site, powers);
};

const asking: Routes = (site, powers) => {
  const { config, database } = powers;

  site.get(urls.concerns(), async (c) => showForm(c, powers, await emptyForm(c, powers), {}));

  site.post(urls.concerns(), async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'concern-from' });
    if (refusal) return refusal;
    const { [trapField]: trap, ...form } = await readForm(c, [...requestFields, trapField], 10_000);
    // Whoever fills in what nobody sees is told what all are told.
    if (trap) return c.redirect(urls.concernSent(), 303);
    const who = form.email.trim().slice(0, 300);
    const tooMany = who ? await refuseTooMany(c, powers, { what: 'concern', who }) : null;
    if (tooMany) return tooMany;
    const { words } = c.var;
    const { timeZone } = config.operator;
    const sent = await database.write('rights', (w) =>
      sendRequest(w, form, timeZone, words.language, requestLetters(config)),
    );
    if (sent.type === 'received') return c.redirect(urls.concernSent(), 303);
    return showForm(c, powers, form, requestErrors(words, sent.faults));
  });

  site.get(urls.concernSent(), (c) => {
    const { t } = c.var.words;
    return respondWithNews(c, { title: t('concern.sent'), text: t('concern.sentText') });
  });
};

/** For who is signed in, with what is known; by a link to the form, with what it is to be about. */
async function emptyForm(c: SiteContext, { database }: Powers): Promise<RequestForm> {
  const { reader } = c.var;
  const asked = c.req.query('kind') ?? '';
  const kind = isKind(asked) ? asked : 'question';
  if (!reader) return { kind, name: '', email: '', words: '' };
  const { name, email } = await getProfile(database.read('provide'), reader.personId);
  return { kind, name, email, words: '' };
}

function showForm(c: SiteContext, { config }: Powers, typed: RequestForm, errors: FieldErrors): Response {
  const { privacyAddress } = config.operator;
  const view = { typed, errors, privacyAddress, isSignedIn: c.var.reader !== null };
  return respondWithFilledPage(c, {
    title: c.var.words.t('concern.title'),
    errors,
    children: <ConcernPage view={view} />,
  });
}

/** Opening a link changes nothing, since mail programs open links too; its button does. */
const followingLinks: Routes = (site, powers) => {
  const { config, database } = powers;

  site.get('/privacy-concerns/confirm/:secret', (c) => {
    const { t } = c.var.words;
    return respondWithForm(c, {
      title: t('concern.confirm'),
      lead: t('concern.confirmText'),
      action: urls.confirmConcern(c.req.param('secret')),
      children: <Button data-control="concern.confirm">{t('concern.confirmNow')}</Button>,
    });
  });

  site.post('/privacy-concerns/confirm/:secret', async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const result = await database.write('rights', (w) => confirmRequest(w, c.req.param('secret')));
    if (result.type === 'refused') return respondNoSuchLink(c);
    const { t, calendarDay } = c.var.words;
    const { due_on, reference } = result;
    const text = t('concern.confirmedText', { day: calendarDay(due_on), reference });
    return respondWithNews(c, { title: t('concern.confirmed'), text });
  });

  site.get('/privacy-concerns/identity/:secret', (c) => {
    const { t } = c.var.words;
    return respondWithForm(c, {
      title: t('concern.identity'),
      lead: t('concern.identityText'),
      action: urls.showIdentity(c.req.param('secret')),
      children: <Button data-control="concern.identity">{t('concern.identityNow')}</Button>,
    });
  });

  site.post('/privacy-concerns/identity/:secret', async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const { timeZone } = config.operator;
    const result = await database.write('rights', (w) => showIdentity(w, c.req.param('secret'), timeZone));
    if (result.type === 'refused') return respondNoSuchLink(c);
    const { t } = c.var.words;
    return respondWithNews(c, { title: t('concern.identityShown'), text: t('concern.identityShownText') });
  });
};

function respondNoSuchLink(c: SiteContext): Response {
  const { t } = c.var.words;
  const more = (
    <p>
      <a href={urls.concerns()} data-control="concern.again">
        {t('concern.title')}
      </a>
    </p>
  );
  return respondWithNews(c, { title: t('link.gone'), text: t('concern.noSuchLink'), more }, 404);
}
