import { type Chapter, type ListedTextbook, setTextbook } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { respondWithFilledPage } from '../../layout/form-page.tsx';
import { respondNotFound } from '../../layout/message-page.tsx';
import { refuseTooMany } from '../../request/limit.tsx';
import { readFields } from '../../request/read-form.ts';
import type { SiteContext } from '../../request/site-context.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { urls } from '../../urls.ts';
import { refusalWords } from '../parts/edit-words.ts';
import type { CoursePlace, StudioRoutes } from '../studio-site.ts';
import { type PagesView, readPagesView } from './pages-view.ts';
import { TextbookPage } from './textbooks-page.tsx';

const pattern = '/studio/courses/:courseKey/pages/textbook/:book';
const most_chapters = 200;

type Book = Omit<ListedTextbook, 'key'> & { readonly key: string | null };

/** A textbook as a form. */
export const textbookRoutes: StudioRoutes = (studio, powers) => {
  studio.get(pattern, 'course.edit', async (c, place) => {
    const view = await readPagesView(powers, place);
    const book = bookOf(view, c.req.param('book'));
    return book ? respond(c, view, book) : respondNotFound(c);
  });

  studio.post(pattern, 'course.edit', async (c, place) => {
    const tooMany = await refuseTooMany(c, powers, { what: 'edit', who: place.reader.personId });
    if (tooMany) return tooMany;
    const view = await readPagesView(powers, place);
    const book = bookOf(view, c.req.param('book'));
    return book ? save(c, powers, place, view, readBook(book, await readFields(c))) : respondNotFound(c);
  });
};

async function save(
  c: SiteContext,
  powers: Powers,
  place: CoursePlace,
  view: PagesView,
  book: Book,
): Promise<Response> {
  const { words } = c.var;
  const errors = faultsOf(book, words.t);
  if (Object.keys(errors).length > 0) return respond(c, view, book, errors);
  const edit = {
    courseKey: place.course.key,
    author: place.reader.personId,
    message: words.t('author.did.wrote', { title: book.title }),
  };
  const { url, ...facts } = book;
  const change = { ...facts, ...(url !== null && { url }) };
  const result = await powers.database.write('provide', (w) => setTextbook(w, powers.versions, edit, change));
  if (result.type === 'edited') return c.redirect(urls.studioPages(place.course.key, 'textbooks'), 303);
  const newest = bookOf(await readPagesView(powers, place), book.key ?? 'new');
  const again = { ...book, edition: newest?.edition ?? book.edition };
  return respond(c, view, again, { title: refusalWords(result, words) });
}

function bookOf({ pages }: PagesView, key: string): Book | null {
  if (key === 'new') return { key: null, edition: '', kind: 'pdf', title: '', url: null, chapters: [] };
  return pages.textbooks.find((book) => book.key === key) ?? null;
}

function readBook(book: Book, form: URLSearchParams): Book {
  const line = (name: string, most_chars: number) => (form.get(name) ?? '').trim().slice(0, most_chars).toWellFormed();
  const chapters: Chapter[] = [];
  for (let at = 0; at < most_chapters && form.has(`chapter-url-${at}`); at++) {
    const chapter = { title: line(`chapter-title-${at}`, 300), url: line(`chapter-url-${at}`, 2000) };
    if (chapter.title !== '' || chapter.url !== '') chapters.push(chapter);
  }
  const up = Number(form.get('up'));
  const [raised] = up > 0 ? chapters.splice(up, 1) : [];
  if (raised) chapters.splice(up - 1, 0, raised);
  const url = book.url === null ? null : line('url', 2000);
  return { ...book, edition: form.get('edition') ?? '', title: line('title', 300), url, chapters };
}

/** A chapter leads to a file of the course or to a page of the web, never to a program. */
function faultsOf(book: Book, t: SiteContext['var']['words']['t']): FieldErrors {
  const errors: Record<string, string> = {};
  if (book.title === '') errors.title = t('coursePages.noName');
  const isAddress = (url: string) => !/^\s*[a-z][a-z0-9+.-]*:/i.test(url) || /^https?:\/\//i.test(url);
  for (const [at, { url }] of book.chapters.entries())
    if (url === '' || !isAddress(url)) errors[`chapter-url-${at}`] = t('coursePages.badAddress');
  if (book.url !== null && !isAddress(book.url)) errors.title = t('coursePages.badAddress');
  return errors;
}

function respond(c: SiteContext, view: PagesView, book: Book, errors: FieldErrors = {}): Response {
  return respondWithFilledPage(c, {
    title: c.var.words.t('coursePages.edit.textbook'),
    errors,
    children: <TextbookPage view={view} book={book} errors={errors} />,
  });
}
