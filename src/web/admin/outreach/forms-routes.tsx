import {
  editForm,
  findForm,
  hostKinds,
  type InquiryForm,
  listForms,
  neededFields,
} from '../../../domains/outreach/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { respondWithDesk } from './desk-frame.tsx';
import { FormEditor, FormList } from './forms-page.tsx';

/** The forms' words: whom each is for, what it asks and why. */
export const formsRoutes: Routes = (site, { database }: Powers) => {
  site.get(urls.deskForms(), async (c) => {
    const { t } = c.var.words;
    const forms = await listForms(database.read('contact'));
    const children = <FormList forms={forms} />;
    return respondWithDesk(c, { place: 'forms', title: t('desk.place.forms'), lead: t('deskForms.lead'), children });
  });

  site.get('/admin/outreach/forms/:key', async (c) => {
    const form = await findForm(database.read('contact'), c.req.param('key'));
    return form ? showForm(c, form, {}) : respondNotFound(c);
  });

  site.post('/admin/outreach/forms/:key', async (c) => {
    const form = await findForm(database.read('contact'), c.req.param('key'));
    if (!form) return respondNotFound(c);
    const edited = await readEdited(c, form);
    const result = await database.write('contact', (w) => editForm(w, edited));
    if (result.type === 'stored') return backDone(c, urls.deskForms());
    if (result.because === 'no-such-form') return respondNotFound(c);
    const field = result.fault === 'audience' || result.fault === 'lead' ? result.fault : `${result.fault}-label`;
    return showForm(c, edited, { [field]: c.var.words.t('deskForms.fault') });
  });
};

async function readEdited(c: SiteContext, form: InquiryForm): Promise<InquiryForm> {
  const names = form.fields.flatMap(({ name }) => [
    `${name}-label`,
    `${name}-why`,
    `${name}-asked`,
    `${name}-required`,
  ]);
  const sent: Readonly<Record<string, string>> = await readForm(c, [
    'audience',
    'lead',
    'hostKind',
    'isOpen',
    ...names,
  ]);
  return {
    key: form.key,
    audience: sent.audience!.trim(),
    lead: sent.lead!.trim(),
    hostKind: hostKinds.find((kind) => kind === sent.hostKind) ?? form.hostKind,
    isOpen: sent.isOpen === 'yes',
    fields: form.fields.map(({ name }) => {
      const isNeeded = neededFields.includes(name);
      return {
        name,
        label: sent[`${name}-label`]!.trim(),
        why: sent[`${name}-why`]!.trim(),
        isAsked: isNeeded || sent[`${name}-asked`] === 'yes',
        isRequired: isNeeded || sent[`${name}-required`] === 'yes',
      };
    }),
  };
}

function showForm(c: SiteContext, form: InquiryForm, errors: FieldErrors): Response {
  const children = <FormEditor form={form} errors={errors} />;
  return respondWithDesk(c, { place: 'forms', title: form.audience, errors, children });
}
