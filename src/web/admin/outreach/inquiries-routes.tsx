import { stream } from 'hono/streaming';
import { isPass, recordOwnUse } from '../../../domains/gate/index.ts';
import {
  type DeskFilter,
  type DeskRow,
  inquiryStates,
  listForms,
  listInquiries,
  noteDeskLookUp,
  readInquiries,
} from '../../../domains/outreach/index.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { respondWithDesk } from './desk-frame.tsx';
import { csvHead, csvLine } from './inquiries-csv.ts';
import { Inquiries } from './inquiries-page.tsx';

/** The list of inquiries, on a page and as a file. */
export const inquiriesRoutes: Routes = (site, { database }) => {
  async function showInquiries(c: SiteContext, errors: FieldErrors): Promise<Response> {
    const filter = filterOf(c);
    const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
    const r = database.read('contact');
    const [list, forms] = await Promise.all([listInquiries(r, filter, page), listForms(r)]);
    const look = { ...lookOf(c, list.rows), fields: listFields };
    await database.write('contact', (w) => noteDeskLookUp(w, look));
    const { t } = c.var.words;
    const children = <Inquiries view={{ ...list, page, filter, forms, errors }} />;
    return respondWithDesk(c, { place: 'inquiries', title: t('desk.title'), lead: t('desk.lead'), errors, children });
  }

  site.get(urls.desk(), (c) => showInquiries(c, {}));

  // A way out of the house: the register says who took the file, and what for.
  site.post(urls.deskFile(), async (c) => {
    const { why } = await readForm(c, ['why']);
    const { personId: operatorId } = c.var.reader!;
    const use = { operatorId, why, fields: fileFields };
    const pass = await database.write('rights', (w) => recordOwnUse(w, 'inquiries-file', use));
    if (!isPass(pass)) return showInquiries(c, { why: c.var.words.t('desk.fault.empty') });
    const filter = filterOf(c);
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="inquiries.csv"');
    c.header('cache-control', 'private, no-store');
    return stream(c, async (out) => {
      await out.write(csvHead);
      for await (const rows of readInquiries(database.read('contact'), filter, pass)) {
        // Before they leave: a file that is broken off is a look, too.
        await database.write('contact', (w) => noteDeskLookUp(w, { ...lookOf(c, rows), fields: fileFields }));
        await out.write(rows.map(csvLine).join(''));
      }
    });
  });
};

/** What the file holds, as the data map names it. */
const fileFields = ['contact.email', 'inquiry.answers', 'inquiry.state', 'inquiry.tags', 'inquiry.received_at'];

/** What the list shows. */
const listFields = ['contact.email', 'inquiry.answers', 'inquiry.state', 'inquiry.tags'];

function lookOf(c: SiteContext, rows: readonly DeskRow[]) {
  return { contactIds: rows.map(({ contact_id }) => contact_id), staffId: c.var.reader!.personId };
}

function filterOf(c: SiteContext): DeskFilter {
  const text = (name: string) => c.req.query(name)?.slice(0, 100) || null;
  return {
    formKey: text('form'),
    state: inquiryStates.find((state) => state === text('state')) ?? null,
    tag: text('tag'),
  };
}
