import { getProfile } from '../../../domains/identity/index.ts';
import {
  discardDraft,
  draftMailing,
  editMailing,
  findMailing,
  listForms,
  listMailings,
  type MailingWording,
  scheduleMailing,
  stopMailing,
} from '../../../domains/outreach/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { siteOrigin } from '../../request/site-origin.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { momentText, readMoment } from '../../ui/moments.ts';
import { urls } from '../../urls.ts';
import { respondWithDesk } from './desk-frame.tsx';
import { MailingPage, Mailings } from './mailings-page.tsx';

const at = '/admin/outreach/mailings/:id';
const noWords: MailingWording = { subject: '', body: '', audience: null };

/** Letters to many: written, looked at, tried, scheduled, stopped. */
export const mailingsRoutes: Routes = (site, powers) => {
  const { database } = powers;

  site.get(urls.mailings(), (c) => showMailings(c, powers, noWords, {}));

  site.post(urls.mailings(), async (c) => {
    const typed = await readWording(c, powers);
    const result = await database.write('contact', (w) => draftMailing(w, typed));
    if (result.type === 'drafted') return backDone(c, urls.mailing(result.id));
    return showMailings(c, powers, typed, faultOf(c, result.because));
  });

  site.get(at, (c) => showMailing(c, powers, null, {}));

  site.post(at, async (c) => {
    const id = c.req.param('id');
    const typed = await readWording(c, powers);
    const result = await database.write('contact', (w) => editMailing(w, id, typed));
    if (result.type === 'stored') return backDone(c, urls.mailing(id));
    if (result.because === 'not-now') return c.redirect(urls.mailing(id), 303);
    return showMailing(c, powers, typed, faultOf(c, result.because));
  });

  sending(site, powers);
};

const sending: Routes = (site, powers) => {
  const { database, mailings } = powers;

  site.post(`${at}/test`, async (c) => {
    const mailing = await findMailing(database.read('contact'), c.req.param('id'));
    if (!mailing || !mailings) return respondNotFound(c);
    const { email } = await getProfile(database.read('provide'), c.var.reader!.personId);
    const result = await mailings.sendTest(mailing, email);
    if (result.type === 'sent') return backDone(c, urls.mailing(mailing.id));
    return showMailing(c, powers, null, { test: c.var.words.t('mailings.fault.test', { code: result.code }) });
  });

  site.post(`${at}/schedule`, async (c) => {
    const id = c.req.param('id');
    const due = readMoment((await readForm(c, ['due'])).due);
    if (!due) return showMailing(c, powers, null, { due: c.var.words.t('desk.fault.moment') });
    const result = await database.write('contact', (w) => scheduleMailing(w, id, due));
    return result.type === 'scheduled' ? backDone(c, urls.mailing(id)) : c.redirect(urls.mailing(id), 303);
  });

  site.post(`${at}/stop`, async (c) => {
    const id = c.req.param('id');
    const result = await database.write('contact', (w) => stopMailing(w, id));
    return result.type === 'stopped' ? backDone(c, urls.mailing(id)) : c.redirect(urls.mailing(id), 303);
  });

  site.post(`${at}/discard`, async (c) => {
    await database.write('contact', (w) => discardDraft(w, c.req.param('id')));
    return backDone(c, urls.mailings());
  });
};

async function readWording(c: SiteContext, { database }: Powers): Promise<MailingWording> {
  const { audience, subject, body } = await readForm(c, ['audience', 'subject', 'body'], 25_000);
  const forms = await listForms(database.read('contact'));
  return { subject: subject.trim(), body, audience: forms.find(({ key }) => key === audience)?.key ?? null };
}

function faultOf(c: SiteContext, fault: 'subject' | 'body'): FieldErrors {
  return { [fault]: c.var.words.t(`mailings.fault.${fault}`) };
}

async function showMailings(c: SiteContext, { database }: Powers, typed: MailingWording, errors: FieldErrors) {
  const { t } = c.var.words;
  const r = database.read('contact');
  const [mailings, forms] = await Promise.all([listMailings(r), listForms(r)]);
  const children = <Mailings mailings={mailings} forms={forms} typed={typed} errors={errors} />;
  const title = t('desk.place.mailings');
  return respondWithDesk(c, { place: 'mailings', title, lead: t('mailings.lead'), errors, children });
}

async function showMailing(
  c: SiteContext,
  { config, database, mailings }: Powers,
  typed: MailingWording | null,
  errors: FieldErrors,
): Promise<Response> {
  const r = database.read('contact');
  const [mailing, forms] = await Promise.all([findMailing(r, c.req.param('id')!), listForms(r)]);
  if (!mailing) return respondNotFound(c);
  const hour_ms = 3_600_000;
  const soon = momentText(new Date(Math.ceil(r.now().getTime() / hour_ms) * hour_ms));
  const view = {
    mailing,
    forms,
    typed: typed ?? mailing,
    errors,
    origin: siteOrigin(config),
    canSend: mailings !== null,
    soon,
  };
  return respondWithDesk(c, {
    place: 'mailings',
    title: mailing.subject,
    errors,
    children: <MailingPage view={view} />,
  });
}
