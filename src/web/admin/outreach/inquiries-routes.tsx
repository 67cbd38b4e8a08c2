import { stream } from 'hono/streaming';
import {
  type DeskFilter,
  inquiryStates,
  listForms,
  listInquiries,
  readInquiries,
} from '../../../domains/outreach/index.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import { urls } from '../../urls.ts';
import { respondWithDesk } from './desk-frame.tsx';
import { csvHead, csvLine } from './inquiries-csv.ts';
import { Inquiries } from './inquiries-page.tsx';

/** The list of inquiries, on a page and as a file. */
export const inquiriesRoutes: Routes = (site, { database }) => {
  site.get(urls.desk(), async (c) => {
    const r = database.read('contact');
    const filter = filterOf(c);
    const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
    const [list, forms] = await Promise.all([listInquiries(r, filter, page), listForms(r)]);
    const { t } = c.var.words;
    const children = <Inquiries view={{ ...list, page, filter, forms }} />;
    return respondWithDesk(c, { place: 'inquiries', title: t('desk.title'), lead: t('desk.lead'), children });
  });

  site.get(urls.deskFile(), (c) => {
    const filter = filterOf(c);
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', 'attachment; filename="inquiries.csv"');
    c.header('cache-control', 'private, no-store');
    return stream(c, async (out) => {
      await out.write(csvHead);
      for await (const row of readInquiries(database.read('contact'), filter)) await out.write(csvLine(row));
    });
  });
};

function filterOf(c: SiteContext): DeskFilter {
  const text = (name: string) => c.req.query(name)?.slice(0, 100) || null;
  return {
    formKey: text('form'),
    state: inquiryStates.find((state) => state === text('state')) ?? null,
    tag: text('tag'),
  };
}
