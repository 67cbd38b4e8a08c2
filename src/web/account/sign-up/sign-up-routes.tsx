import { isBirthYear, register } from '../../../domains/identity/index.ts';
import { acknowledge, acknowledgedDocuments, keepReasons } from '../../../domains/policy/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithForm } from '../../layout/form-page.tsx';
import { respondWithNews } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { safeNext } from '../../request/safe-next.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { inSteadyTime } from '../../request/steady-time.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { accountLetters } from '../letters/account-letters.ts';
import { type Details, detailErrors, detailFields, readYear, registrationOf, statedReasons } from './sign-up-form.ts';
import { AgeFields, DetailFields } from './sign-up-page.tsx';

/**
 * Making an account, in two steps: the year of birth alone, then the rest. The year travels in the second form, not in
 * an address, and is not kept.
 */
export const signUpRoutes: Routes = (site, powers) => {
  site.get(urls.signUp(), (c) => (c.var.reader ? c.redirect(nextOf(c) ?? urls.account(), 303) : showAge(c, '', {})));

  site.post(urls.signUp(), async (c) => {
    const { born } = await readForm(c, ['born']);
    const now = powers.database.read('provide').now();
    if (!isBirthYear(readYear(born), now)) return showAge(c, born, { born: c.var.words.t('fault.year') });
    return showDetails(c, powers, { born: born.trim(), name: '', email: '' }, {});
  });

  // Who comes here by the back button or a reload begins anew.
  site.get(urls.signUpDetails(), (c) => c.redirect(urls.signUp(nextOf(c)), 303));

  site.post(urls.signUpDetails(), async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'register-from' });
    if (refusal) return refusal;
    return takeDetails(c, powers, await readForm(c, detailFields));
  });

  site.get(urls.signUpSent(), (c) => {
    const { t } = c.var.words;
    return respondWithNews(c, { title: t('signUp.sent'), text: t('signUp.sentText') });
  });
};

async function takeDetails(c: SiteContext, powers: Powers, details: Details): Promise<Response> {
  const { config, database, documents } = powers;
  const now = database.read('provide').now();
  const shown = acknowledgedDocuments.map((kind) => documents.currentDocument(kind, now));
  const isCurrent = shown.every(({ kind, version }) => details[kind as 'privacy' | 'terms'] === version);
  if (!isCurrent) return showDetails(c, powers, details, {}, true);

  const reasons = statedReasons(details, c.var.words);
  const registering = database.write('secure', async (w) => {
    const site = { letters: accountLetters(config, nextOf(c)), minimumAge_years: config.minimumAge_years };
    const registration = await register(w, registrationOf(details), site);
    if (registration.type === 'received' && registration.newPersonId) {
      await acknowledge(w, registration.newPersonId, documents, 'registration');
      await keepReasons(w, registration.newPersonId, { version: details.privacy, shown: reasons });
    }
    return registration;
  });
  const result = await inSteadyTime(registering);

  if (result.type === 'received') return c.redirect(urls.signUpSent(), 303);
  if (result.because === 'too-young') return showTooYoung(c);
  if (result.faults.birthYear) return c.redirect(urls.signUp(nextOf(c)), 303);
  return showDetails(c, powers, details, detailErrors(c.var.words, result.faults));
}

/** Where they were on their way to, such as an invitation; undefined when to nowhere. */
function nextOf(c: SiteContext): string | undefined {
  return safeNext(c.req.query('next'), '') || undefined;
}

function showAge(c: SiteContext, born: string, errors: FieldErrors): Response {
  const { t } = c.var.words;
  return respondWithForm(c, {
    title: t('signUp.title'),
    lead: t('signUp.lead'),
    action: urls.signUp(nextOf(c)),
    errors,
    children: <AgeFields born={born} errors={errors} />,
    after: (
      <p>
        {t('signUp.haveOne')}{' '}
        <a href={urls.signIn(nextOf(c))} data-control="sign-up.sign-in">
          {t('site.signIn')}
        </a>
      </p>
    ),
  });
}

function showDetails(
  c: SiteContext,
  { database, documents }: Powers,
  given: Pick<Details, 'born' | 'name' | 'email'>,
  errors: FieldErrors,
  hasNewVersion = false,
): Response {
  const now = database.read('provide').now();
  const [privacy, terms] = [documents.currentDocument('privacy', now), documents.currentDocument('terms', now)];
  const view = { ...given, errors, privacy, terms, hasNewVersion };
  return respondWithForm(c, {
    title: c.var.words.t('signUp.title'),
    action: urls.signUpDetails(nextOf(c)),
    errors,
    scripts: ['time-zone'],
    children: <DetailFields {...view} />,
  });
}

function showTooYoung(c: SiteContext): Response {
  const { t } = c.var.words;
  return respondWithNews(c, { title: t('signUp.notYet'), text: t('signUp.notYetText') }, 403);
}
