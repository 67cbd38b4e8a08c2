import { erasePerson, nameField, previewErasure } from '../../../domains/disclosure/index.ts';
import {
  askForMySignUp,
  chooseUpdates,
  confirmInquiry,
  findMySignUp,
  restrictMySignUp,
} from '../../../domains/outreach/index.ts';
import { isMailAddress, normaliseAddress } from '../../../kernel/mail/index.ts';
import type { Powers } from '../../../powers.ts';
import { ErasedPage } from '../../account/my-data/erased-page.tsx';
import { shortName } from '../../account/my-data/say-value.ts';
import { erasureReceipts } from '../../account/receipt/erasure-receipts.ts';
import { respondWithFilledPage, respondWithForm } from '../../layout/form-page.tsx';
import { respondWithNews } from '../../layout/message-page.tsx';
import { respondWithPage } from '../../layout/page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import { sendCopy } from '../../request/send-copy.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { Field } from '../../ui/field.tsx';
import { urls } from '../../urls.ts';
import { MySignUpPage } from './my-sign-up-page.tsx';
import { outreachLetters } from './outreach-letters.ts';

/** The link that confirms a form, and one's own sign-up behind a mailed link. */
export const mySignUpRoutes: Routes = (site, powers) => {
  confirming(site, powers);
  asking(site, powers);
  rights(site, powers);
};

/** Opening the link changes nothing, since mail programs open links too; its button does. */
const confirming: Routes = (site, powers) => {
  site.get('/build/confirm/:secret', (c) => {
    const { t } = c.var.words;
    return respondWithForm(c, {
      title: t('build.confirm'),
      lead: t('build.confirmText'),
      action: urls.confirmInquiry(c.req.param('secret')),
      children: <Button data-control="build.confirm">{t('build.confirmNow')}</Button>,
    });
  });

  site.post('/build/confirm/:secret', async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'use-link-from' });
    if (refusal) return refusal;
    const result = await powers.database.write('contact', (w) => confirmInquiry(w, c.req.param('secret')));
    if (result.type === 'refused') return respondNoSuchLink(c);
    return c.redirect(urls.mySignUpDone(result.secret, 'confirmed'), 303);
  });
};

const asking: Routes = (site, powers) => {
  const { config, database } = powers;

  site.get(urls.askForMySignUp(), (c) => showAsking(c, '', {}));

  site.post(urls.askForMySignUp(), async (c) => {
    const email = normaliseAddress((await readForm(c, ['email'])).email);
    if (!isMailAddress(email)) return showAsking(c, email, { email: c.var.words.t('fault.email') });
    const turns = [{ what: 'sign-up-link-from' }, { what: 'sign-up-link', who: email }] as const;
    const refusal = await refuseTooMany(c, powers, ...turns);
    if (refusal) return refusal;
    await database.write('contact', (w) => askForMySignUp(w, email, outreachLetters(config)));
    return c.redirect(urls.mySignUpAsked(), 303);
  });

  site.get(urls.mySignUpAsked(), (c) => {
    const { t } = c.var.words;
    return respondWithNews(c, { title: t('mySignUp.asked'), text: t('mySignUp.askedText') });
  });
};

function showAsking(c: SiteContext, email: string, errors: FieldErrors): Response {
  const { t } = c.var.words;
  return respondWithForm(c, {
    title: t('mySignUp.title'),
    lead: t('mySignUp.askLead'),
    action: urls.askForMySignUp(),
    errors,
    children: (
      <>
        <Field
          name="email"
          type="email"
          label={t('signUp.email')}
          why={t('mySignUp.emailWhy')}
          error={errors.email}
          value={email}
          autocomplete="email"
          isRequired
        />
        <Button data-control="my-sign-up.ask">{t('mySignUp.ask')}</Button>
      </>
    ),
  });
}

const rights: Routes = (site, powers) => {
  const { database, documents, map } = powers;
  const find = (secret: string) => findMySignUp(database.read('contact'), secret);

  site.get('/build/mine/:secret', (c) => showMine(c, powers, {}));

  site.post('/build/mine/:secret/updates', async (c) => {
    const secret = c.req.param('secret');
    const { updates } = await readForm(c, ['updates']);
    const version = documents.currentDocument('privacy', database.read('provide').now()).version;
    const yes = { version, shown: c.var.words.t('build.updates'), control: 'my-sign-up.updates' };
    const result = await database.write('contact', (w) => chooseUpdates(w, secret, updates === 'yes' ? yes : 'no'));
    return result.type === 'stored' ? c.redirect(urls.mySignUpDone(secret, 'stored'), 303) : respondNoSuchLink(c);
  });

  site.post('/build/mine/:secret/rest', async (c) => {
    const secret = c.req.param('secret');
    const { rest } = await readForm(c, ['rest']);
    const result = await database.write('contact', (w) => restrictMySignUp(w, secret, rest === 'yes'));
    return result.type === 'stored' ? c.redirect(urls.mySignUpDone(secret, 'rested'), 303) : respondNoSuchLink(c);
  });

  site.post('/build/mine/:secret/export', async (c) => {
    const mine = await find(c.req.param('secret'));
    if (!mine) return respondNoSuchLink(c);
    const refusal = await refuseTooMany(c, powers, { what: 'password', who: mine.contactId });
    return refusal ?? sendCopy(c, powers, { personId: mine.contactId });
  });

  site.post('/build/mine/:secret/erase', async (c) => {
    const mine = await find(c.req.param('secret'));
    if (!mine) return respondNoSuchLink(c);
    const { t } = c.var.words;
    if ((await readForm(c, ['sure'])).sure !== 'yes') return showMine(c, powers, { sure: t('fault.sure') });
    // By id: the link opens a sign-up, never an account of the same address.
    const erasure = await database.write('rights', (w) =>
      erasePerson(w, map, { personId: mine.contactId }, { type: 'self' }),
    );
    const { tables, noted } = erasure.type === 'erased' ? erasure : { tables: [], noted: [] };
    const isDatabaseElsewhere = powers.config.databaseUrl !== null;
    const view = { tables, receipts: await erasureReceipts(powers, noted), isDatabaseElsewhere };
    return respondWithPage(c, {
      title: t('myData.erased'),
      children: <ErasedPage {...view} />,
    });
  });
};

async function showMine(c: SiteContext, { database, map }: Powers, errors: FieldErrors): Promise<Response> {
  const { t } = c.var.words;
  const secret = c.req.param('secret')!;
  const mine = await findMySignUp(database.read('contact'), secret);
  if (!mine) return respondNoSuchLink(c);
  const done = (['confirmed', 'stored', 'rested'] as const).find((one) => one === c.req.query('done')) ?? null;
  c.header('referrer-policy', 'no-referrer');
  const foretold = await previewErasure(database.read('rights'), map, { personId: mine.contactId });
  const ledger = mine.ledger.map((line) =>
    line.what === 'looked-at' && line.about ? { ...line, about: namesOf(map, line.about) } : line,
  );
  const children = <MySignUpPage view={{ mine: { ...mine, ledger }, secret, done, foretold, errors }} />;
  return respondWithFilledPage(c, { title: t('mySignUp.title'), errors, children });
}

/** The fields that somebody looked at, in words. */
function namesOf(map: Powers['map'], fields: string): string {
  return fields
    .split(', ')
    .map((field) => shortName(nameField(map, field)))
    .join(', ');
}

function respondNoSuchLink(c: SiteContext): Response {
  const { t } = c.var.words;
  const more = (
    <p>
      <ButtonLink href={urls.askForMySignUp()} look="quiet" data-control="build.mine">
        {t('mySignUp.again')}
      </ButtonLink>
    </p>
  );
  return respondWithNews(c, { title: t('link.gone'), text: t('mySignUp.goneText'), more }, 404);
}
