import { signIn, signOut } from '../../../domains/identity/index.ts';
import { nameDevice } from '../../../domains/tracking/index.ts';
import { normaliseAddress } from '../../../kernel/mail/index.ts';
import { respondWithForm } from '../../layout/form-page.tsx';
import { respondWithNews } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { safeNext } from '../../request/safe-next.ts';
import { beginCookie, endCookie } from '../../request/session.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { Button } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { SignInFields } from './sign-in-page.tsx';

export const signInRoutes: Routes = (site, powers) => {
  site.get(urls.signIn(), (c) => {
    const next = safeNext(c.req.query('next'), urls.myCourses());
    return c.var.reader ? c.redirect(next, 303) : showSignIn(c, next, '', {});
  });

  site.post(urls.signIn(), async (c) => {
    const form = await readForm(c, ['email', 'password', 'next']);
    // The network first: one that is out of turns shuts nobody else out.
    const address = { what: 'sign-in', who: normaliseAddress(form.email) || 'none' } as const;
    const refusal = await refuseTooMany(c, powers, { what: 'sign-in-from' }, address);
    if (refusal) return refusal;
    const device = nameDevice(c.req.header('user-agent') ?? null);
    const result = await powers.database.write('secure', (w) => signIn(w, { ...form, device }));
    const next = safeNext(form.next, urls.myCourses());
    if (result.type === 'refused') {
      return showSignIn(c, next, form.email, { email: c.var.words.t('fault.signIn') });
    }
    beginCookie(c, result.session);
    return c.redirect(urls.signedIn(next), 303);
  });

  site.get('/account/signed-in', (c) => {
    if (c.var.reader) return c.redirect(safeNext(c.req.query('next'), urls.myCourses()), 303);
    const { t } = c.var.words;
    return respondWithNews(c, { title: t('signIn.noCookie'), text: t('signIn.noCookieText') });
  });

  site.get(urls.signOut(), (c) => {
    const { t } = c.var.words;
    if (!c.var.reader) return respondWithNews(c, { title: t('signOut.done'), text: t('signOut.doneText') });
    return respondWithForm(c, {
      title: t('site.signOut'),
      lead: t('signOut.lead'),
      action: urls.signOut(),
      children: <Button data-control="account.sign-out">{t('site.signOut')}</Button>,
    });
  });

  site.post(urls.signOut(), async (c) => {
    const { reader } = c.var;
    if (reader) await powers.database.write('secure', (w) => signOut(w, reader.personId, reader.sessionId));
    endCookie(c);
    return c.redirect(urls.signOut(), 303);
  });
};

function showSignIn(c: SiteContext, next: string, email: string, errors: FieldErrors): Response {
  return respondWithForm(c, {
    title: c.var.words.t('site.signIn'),
    action: urls.signIn(),
    errors,
    children: <SignInFields next={next} email={email} errors={errors} />,
  });
}
