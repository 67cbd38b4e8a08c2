import { findForm, type InquiryForm, listForms, sendInquiry } from '../../../domains/outreach/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { respondNotFound, respondWithNews } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { fieldNameIn, givenIn, inquiryErrors, sentNames, trapField } from './build-form.ts';
import { BuildPage, type Returned } from './build-page.tsx';
import { outreachLetters } from './outreach-letters.ts';

/** 'Build or host courses with us': the forms, and that a letter is on its way. */
export const buildRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get(urls.build(), (c) => showForms(c, powers, null));

  site.get(urls.inquirySent(), (c) => {
    const { t } = c.var.words;
    return respondWithNews(c, { title: t('build.sent'), text: t('build.sentText') });
  });

  site.post('/build/:formKey', async (c) => {
    const refusal = await refuseTooMany(c, powers, { what: 'inquiry-from' });
    if (refusal) return refusal;
    const form = await findForm(database.read('provide'), c.req.param('formKey'));
    if (!form?.isOpen) return respondNotFound(c);
    return takeInquiry(c, powers, form);
  });
};

async function takeInquiry(c: SiteContext, powers: Powers, form: InquiryForm): Promise<Response> {
  const { config, database, documents } = powers;
  const { words } = c.var;
  const sent: Readonly<Record<string, string>> = await readForm(c, sentNames(form));
  // Whoever fills in what nobody sees is told what all are told.
  if (sent[fieldNameIn(form, trapField)]) return c.redirect(urls.inquirySent(), 303);
  const given = givenIn(form, sent);
  const wantsUpdates = sent[fieldNameIn(form, 'updates')] === 'yes';
  const refusal = given.email ? await refuseTooMany(c, powers, { what: 'inquiry', who: given.email.trim() }) : null;
  if (refusal) return refusal;
  const inquiry = {
    form,
    given,
    wantsUpdates,
    updatesShown: words.t('build.updates'),
    language: words.language,
    policyVersion: documents.currentDocument('privacy', database.read('provide').now()).version,
  };
  const result = await database.write('contact', (w) => sendInquiry(w, inquiry, outreachLetters(config)));
  if (result.type === 'received') return c.redirect(urls.inquirySent(), 303);
  if (result.because === 'closed') return respondNotFound(c);
  const errors = inquiryErrors(words, form, result.faults);
  return showForms(c, powers, { formKey: form.key, given, wantsUpdates, errors });
}

async function showForms(c: SiteContext, { database }: Powers, returned: Returned | null): Promise<Response> {
  const forms = (await listForms(database.read('provide'))).filter(({ isOpen }) => isOpen);
  const children = <BuildPage view={{ forms, returned }} />;
  return respondWithFilledPage(c, { title: c.var.words.t('build.title'), errors: returned?.errors ?? {}, children });
}
