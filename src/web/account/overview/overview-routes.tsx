import {
  askForNewEmail,
  changePassword,
  confirmNewAddress,
  getProfile,
  listSessions,
  signOut,
  signOutEverywhere,
} from '../../../domains/identity/index.ts';
import { moveUpdates } from '../../../domains/outreach/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage, respondWithForm } from '../../layout/form-page.tsx';
import { forReader } from '../../request/for-reader.ts';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { isRowId } from '../../request/row-id.ts';
import { endCookie } from '../../request/session.ts';
import type { Reader, Routes, SiteContext } from '../../request/site-context.ts';
import { toSignIn } from '../../request/to-sign-in.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { passwordFaultText } from '../field-faults.ts';
import { accountLetters } from '../letters/account-letters.ts';
import { respondNoSuchLink } from '../no-such-link.tsx';
import { dones, OverviewPage } from './overview-page.tsx';

export const overviewRoutes: Routes = (site, powers) => {
  const { database, config } = powers;
  const letters = accountLetters(config);

  site.get(urls.account(), (c) => (c.var.reader ? showOverview(c, powers, c.var.reader) : toSignIn(c)));

  site.post(
    urls.newEmail(),
    forReader(powers, 'email', async (c, reader) => {
      const { email, emailPassword: password } = await readForm(c, ['email', 'emailPassword']);
      const result = await database.write('secure', (w) =>
        askForNewEmail(w, reader.personId, { email, password }, letters),
      );
      if (result.type === 'asked') return c.redirect(urls.accountDone('email-asked'), 303);
      const { t } = c.var.words;
      const isWrong = result.because === 'wrong-password';
      const errors: FieldErrors = isWrong ? { emailPassword: t('fault.password.wrong') } : { email: t('fault.email') };
      return showOverview(c, powers, reader, errors, email);
    }),
  );

  site.post(
    urls.changePassword(),
    forReader(powers, 'password', async (c, reader) => {
      const form = await readForm(c, ['presentPassword', 'newPassword']);
      const change = { present: form.presentPassword, password: form.newPassword };
      const result = await database.write('secure', (w) => changePassword(w, reader, change, letters));
      if (result.type === 'changed') return c.redirect(urls.accountDone('password'), 303);
      const errors: FieldErrors =
        result.because === 'weak'
          ? { newPassword: passwordFaultText(c.var.words, result.fault) }
          : { presentPassword: c.var.words.t('fault.password.wrong') };
      return showOverview(c, powers, reader, errors);
    }),
  );

  sessionRoutes(site, powers);
  newAddressRoutes(site, powers);
};

/** Ending sessions: one, or all of them. */
const sessionRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.post(
    urls.endSession(),
    forReader(powers, 'form', async (c, reader) => {
      const { sessionId } = await readForm(c, ['sessionId']);
      // What is no id of a session ends none.
      if (isRowId(sessionId)) await database.write('secure', (w) => signOut(w, reader.personId, sessionId));
      return c.redirect(urls.accountDone('session'), 303);
    }),
  );

  site.post(
    urls.signOutEverywhere(),
    forReader(powers, 'form', async (c, reader) => {
      await database.write('secure', (w) => signOutEverywhere(w, reader.personId));
      endCookie(c);
      return c.redirect(urls.signOut(), 303);
    }),
  );
};

/** The link that makes a new address hold. Its page changes nothing; its button does. */
const newAddressRoutes: Routes = (site, powers) => {
  const letters = accountLetters(powers.config);

  site.get('/account/new-email/:secret', (c) => {
    const { t } = c.var.words;
    return respondWithForm(c, {
      title: t('newEmail.title'),
      lead: t('confirm.lead'),
      action: urls.confirmNewEmail(c.req.param('secret')),
      children: <Button data-control="account.confirm-email">{t('newEmail.confirm')}</Button>,
    });
  });

  site.post('/account/new-email/:secret', async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const secret = c.req.param('secret');
    const result = await powers.database.write('secure', (w) => confirmNewAddress(w, secret, letters));
    if (result.type === 'refused') return respondNoSuchLink(c);
    await powers.database.write('contact', (w) => moveUpdates(w, result));
    return c.redirect(urls.accountDone('email'), 303);
  });
};

async function showOverview(
  c: SiteContext,
  { database }: Powers,
  reader: Reader,
  errors: FieldErrors = {},
  newEmail = '',
): Promise<Response> {
  const { t } = c.var.words;
  const profile = await getProfile(database.read('provide'), reader.personId);
  const sessions = await listSessions(database.read('secure'), reader.personId);
  const view = {
    email: profile.email,
    sessions: sessions.map((session) => ({ ...session, isThis: session.sessionId === reader.sessionId })),
    done: dones.find((one) => one === c.req.query('done')) ?? null,
    errors,
    newEmail,
  };
  return respondWithFilledPage(c, { title: t('site.account'), errors, children: <OverviewPage view={view} /> });
}
