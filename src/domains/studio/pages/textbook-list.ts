import { type CourseList, type Entry, entriesOf, wordOf } from './course-list.ts';
import { pageList } from './page-list.ts';

/** A textbook: of PDF files, or of pages on the web. */
export interface TextbookItem {
  readonly field: 'pdf_textbooks' | 'html_textbooks';
  readonly book: Entry;
}

const fields = ['pdf_textbooks', 'html_textbooks'] as const;

/** The textbooks of the policy: `pdf_textbooks` first, then `html_textbooks`. */
export const textbookList: CourseList<TextbookItem> = {
  most: 50,
  read: ({ version }) =>
    fields.flatMap((field) => entriesOf(version.root.settings[field]).map((book) => ({ field, book }))),
  keyOf: ({ field, book }) => `${field === 'pdf_textbooks' ? 'pdf' : 'html'}:${wordOf(book.id) || titleOf(book)}`,
  write(course, items) {
    const settings: Record<string, string | null> = {};
    for (const field of fields) {
      const books = items.filter((item) => item.field === field).map(({ book }) => book);
      if (books.length > 0 || course.version.root.settings[field] !== undefined)
        settings[field] = JSON.stringify(books);
    }
    return { settings: { ...settings, ...tabFor(course, items) } };
  },
  readable: ({ book }) =>
    [titleOf(book), ...chaptersOf(book).map(({ title, url }) => `${wordOf(title)} ${wordOf(url)}`)].join('\n'),
};

/** Open edX shows books only where the policy has a page for their kind. */
function tabFor(course: Parameters<typeof pageList.read>[0], items: readonly TextbookItem[]) {
  const pages = pageList.read(course);
  const missing = [...new Set(items.map(({ field }) => field))].filter(
    (field) => !pages.some(({ tab }) => wordOf(tab.type) === field),
  );
  if (missing.length === 0) return {};
  const added = missing.map((type) => ({ tab: { type, name: 'Textbooks', course_staff_only: false }, html: null }));
  return pageList.write(course, [...pages, ...added]).settings;
}

/** A book's name. */
export function titleOf(book: Entry): string {
  return wordOf(book.tab_title);
}

/** A book's chapters as they are written. */
export function chaptersOf(book: Entry): readonly Entry[] {
  return entriesOf(book.chapters);
}
