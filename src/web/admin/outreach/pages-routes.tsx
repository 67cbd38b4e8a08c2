import {
  editPage,
  findPage,
  type InfoPage,
  listPages,
  longestPage_chars,
  type PageFault,
  removePage,
} from '../../../domains/outreach/index.ts';
import { respondNotFound } from '../../layout/message-page.tsx';
import { backDone } from '../../request/back-done.ts';
import { readForm } from '../../request/read-form.ts';
import type { Routes, SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { momentText, readMoment } from '../../ui/moments.ts';
import { urls } from '../../urls.ts';
import { respondWithDesk } from './desk-frame.tsx';
import { PageEditor, PageList, type TypedPage } from './pages-page.tsx';

const fields = ['slug', 'kind', 'title', 'summary', 'body', 'published'] as const;
const noWords: TypedPage = { slug: '', kind: 'press', title: '', summary: '', body: '', published: '' };

/** The editor of press and information pages. */
export const pagesRoutes: Routes = (site, { database }) => {
  site.get(urls.deskPages(), async (c) => {
    const { t } = c.var.words;
    const r = database.read('contact');
    const children = <PageList pages={await listPages(r)} now={r.now()} typed={noWords} errors={{}} />;
    return respondWithDesk(c, { place: 'pages', title: t('desk.place.pages'), lead: t('deskPages.lead'), children });
  });

  site.post(urls.deskPages(), async (c) => {
    const { t } = c.var.words;
    const typed = await readForm(c, fields, longestPage_chars + 1000);
    const errors = await store(c, typed, 'new');
    if (!errors) return backDone(c, urls.deskPage(typed.slug.trim()));
    const r = database.read('contact');
    const children = <PageList pages={await listPages(r)} now={r.now()} typed={typed} errors={errors} />;
    return respondWithDesk(c, { place: 'pages', title: t('desk.place.pages'), errors, children });
  });

  site.get('/admin/outreach/pages/:slug', async (c) => {
    const page = await findPage(database.read('contact'), c.req.param('slug'));
    return page ? showEditor(c, typedOf(page), {}) : respondNotFound(c);
  });

  site.post('/admin/outreach/pages/:slug', async (c) => {
    const slug = c.req.param('slug');
    const typed = { ...(await readForm(c, fields, longestPage_chars + 1000)), slug };
    const errors = await store(c, typed, 'there');
    return errors ? showEditor(c, typed, errors) : backDone(c, urls.deskPage(slug));
  });

  site.post('/admin/outreach/pages/:slug/remove', async (c) => {
    await database.write('contact', (w) => removePage(w, c.req.param('slug')));
    return backDone(c, urls.deskPages());
  });

  /** @returns what is wrong, or null when it is stored */
  async function store(c: SiteContext, typed: TypedPage, as: 'new' | 'there'): Promise<FieldErrors | null> {
    const { t } = c.var.words;
    const published_at = typed.published === '' ? null : readMoment(typed.published);
    if (typed.published !== '' && !published_at) return { published: t('desk.fault.moment') };
    const { slug, title, summary, body } = typed;
    const kind: InfoPage['kind'] = typed.kind === 'page' ? 'page' : 'press';
    const page = { slug: slug.trim(), kind, title, summary, body, published_at };
    const result = await database.write('contact', (w) => editPage(w, page, as));
    return result.type === 'stored' ? null : { [fieldOf(result.because)]: t(`deskPages.fault.${result.because}`) };
  }
};

function fieldOf(fault: PageFault): string {
  return fault === 'taken' || fault === 'no-such-page' ? 'slug' : fault;
}

function typedOf({ published_at, changed_at: _changed_at, ...page }: InfoPage): TypedPage {
  return { ...page, published: momentText(published_at) };
}

function showEditor(c: SiteContext, typed: TypedPage, errors: FieldErrors): Response {
  const { t } = c.var.words;
  const title = typed.title.trim() || t('desk.place.pages');
  return respondWithDesk(c, { place: 'pages', title, errors, children: <PageEditor typed={typed} errors={errors} /> });
}
