import {
  type Carried,
  type DeskInquiry,
  fillTemplate,
  findForm,
  findInquiry,
  hostKinds,
  type InquiryForm,
  inquiryStates,
  inviteToHost,
  listTemplates,
  noteDeskLookUp,
  noteInquiry,
  readTags,
  replyToInquiry,
  sortInquiry,
} from '../../../domains/outreach/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { outreachLetters } from '../../public/outreach/outreach-letters.ts';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { respondWithDesk } from './desk-frame.tsx';
import { Inquiry, type InquiryView } from './inquiry-page.tsx';

const at = '/admin/outreach/inquiries/:id';

/** One inquiry, and what operators do about it. */
export const inquiryRoutes: Routes = (site, powers) => {
  const { config, database } = powers;

  site.get(at, (c) => showInquiry(c, powers, {}));

  site.post(`${at}/sort`, async (c) => {
    const id = c.req.param('id');
    const { state, tags } = await readForm(c, ['state', 'tags']);
    const change = { state: inquiryStates.find((one) => one === state) ?? 'new', tags: readTags(tags) };
    const result = await database.write('contact', (w) => sortInquiry(w, id, change));
    return result.type === 'stored' ? backDone(c, urls.deskInquiry(id)) : respondNotFound(c);
  });

  site.post(`${at}/note`, async (c) => {
    const id = c.req.param('id');
    const { note } = await readForm(c, ['note']);
    const result = await database.write('contact', (w) => noteInquiry(w, id, note));
    if (result.type === 'stored') return backDone(c, urls.deskInquiry(id));
    if (result.because === 'no-such-inquiry') return respondNotFound(c);
    return showInquiry(c, powers, { note: c.var.words.t('desk.fault.empty') });
  });

  site.post(`${at}/reply`, async (c) => {
    const id = c.req.param('id');
    const reply = await readForm(c, ['subject', 'body'], 10_000);
    const result = await database.write('contact', (w) => replyToInquiry(w, id, reply));
    if (result.type === 'sent') return backDone(c, urls.deskInquiry(id));
    if (result.because === 'no-such-inquiry') return respondNotFound(c);
    const empty = c.var.words.t('desk.fault.empty');
    const errors = {
      ...(reply.subject.trim() ? {} : { subject: empty }),
      ...(reply.body.trim() ? {} : { body: empty }),
    };
    return showInquiry(c, powers, errors, { reply });
  });

  site.post(`${at}/invite`, async (c) => {
    const id = c.req.param('id');
    const { organisation, kind } = await readForm(c, ['organisation', 'kind']);
    const found = await findWithForm(powers, id);
    if (!found) return respondNotFound(c);
    const hostKind = hostKinds.find((one) => one === kind) ?? found.form.hostKind;
    const carried = { ...carriedFrom(found), organisation: organisation.trim().slice(0, 200), kind: hostKind };
    const result = await database.write('contact', (w) => inviteToHost(w, id, carried, outreachLetters(config)));
    if (result.type === 'invited') return backDone(c, urls.deskInquiry(id));
    if (result.because === 'no-such-inquiry') return respondNotFound(c);
    return showInquiry(c, powers, { organisation: c.var.words.t('desk.fault.empty') }, { carried });
  });
};

interface Found {
  readonly inquiry: DeskInquiry;
  readonly form: InquiryForm;
}

async function findWithForm({ database }: Powers, id: string): Promise<Found | null> {
  const r = database.read('contact');
  const inquiry = await findInquiry(r, id);
  const form = inquiry && (await findForm(r, inquiry.form_key));
  return form ? { inquiry, form } : null;
}

/** What of an inquiry an organisation would begin with. */
function carriedFrom({ inquiry: { answers }, form }: Found): Carried {
  const { name: person, role = '', country = '', teaches = '' } = answers;
  return { organisation: answers.organisation ?? person, kind: form.hostKind, person, role, country, teaches };
}

/** What the page shows, as the data map names it. */
const fields = [
  'contact.email',
  'inquiry.answers',
  'inquiry.asked',
  'inquiry.tags',
  'desk_record.body',
  'invitation.carried',
];

async function showInquiry(
  c: SiteContext,
  powers: Powers,
  errors: FieldErrors,
  typed: Partial<Pick<InquiryView, 'reply' | 'carried'>> = {},
): Promise<Response> {
  const found = await findWithForm(powers, c.req.param('id')!);
  if (!found) return respondNotFound(c);
  const look = { contactIds: [found.inquiry.contact_id], staffId: c.var.reader!.personId, fields };
  await powers.database.write('contact', (w) => noteDeskLookUp(w, look));
  const templates = await listTemplates(powers.database.read('contact'), 'hosting');
  const chosen = templates.find(({ id }) => id === c.req.query('template'));
  const reply = {
    subject: chosen ? fillTemplate(chosen.subject, found.inquiry) : '',
    body: chosen ? fillTemplate(chosen.body, found.inquiry) : '',
  };
  const view = { ...found, templates, reply, carried: carriedFrom(found), errors, ...typed };
  const title = found.inquiry.answers.name;
  return respondWithDesk(c, { place: 'inquiries', title, errors, children: <Inquiry view={view} /> });
}
