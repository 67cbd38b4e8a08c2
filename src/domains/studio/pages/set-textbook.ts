import type { Writing } from '../../../kernel/database/index.ts';
import type { VersionCache } from '../../courses/index.ts';
import type { Edit, EditResult } from '../edit.ts';
import { changeList, withItem } from './change-list.ts';
import type { Entry } from './course-list.ts';
import { type TextbookItem, textbookList } from './textbook-list.ts';

/** A chapter of a textbook: `/static/NAME` for a file of the course, or an address. */
export interface Chapter {
  readonly title: string;
  readonly url: string;
}

/** A textbook as its author writes it; without a key it is a new one, of PDF files. */
export interface NewTextbook {
  readonly key: string | null;
  readonly edition: string | null;
  readonly title: string;
  readonly chapters: readonly Chapter[];
  /** The address of a book on the web that is one page; left out where it has none. */
  readonly url?: string;
}

/** Writes a textbook. */
export function setTextbook(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { key, edition, title, chapters, url }: NewTextbook,
): Promise<EditResult> {
  return changeList(w, versions, edit, textbookList, (items) => {
    if (key !== null)
      return withItem(textbookList, items, { key, edition }, ({ field, book }) => ({
        field,
        book: {
          ...book,
          tab_title: title,
          ...(book.chapters || chapters.length > 0 ? { chapters: kept(book, chapters) } : {}),
          ...(url !== undefined && { url }),
        },
      }));
    const book = { tab_title: title, id: freeId(title, items), chapters: kept({}, chapters) };
    const behind = items.findLastIndex(({ field }) => field === 'pdf_textbooks') + 1;
    return items.toSpliced(behind, 0, { field: 'pdf_textbooks', book });
  });
}

/** The chapters, each with the keys that mooc does not know of the one that had its address. */
function kept(book: Entry, chapters: readonly Chapter[]): Entry[] {
  const known = Array.isArray(book.chapters) ? (book.chapters as readonly Entry[]) : [];
  return chapters.map(({ title, url }) => ({ ...known.find((chapter) => chapter?.url === url), title, url }));
}

/** As Studio makes it: it begins with a digit, and is short and plain. */
function freeId(title: string, items: readonly TextbookItem[]): string {
  const plain = `0${title.replace(/[^\w.-]+/g, '_').slice(0, 60)}`;
  const taken = new Set(items.map(({ book }) => book.id));
  let id = plain;
  for (let i = 2; taken.has(id); i++) id = `${plain}_${i}`;
  return id;
}
