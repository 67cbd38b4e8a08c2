import type { Reading } from '../../../kernel/database/index.ts';
import type { StoredVersion, VersionCache } from '../../courses/index.ts';
import { openLists } from './change-list.ts';
import { editionOfItem, wordOf } from './course-list.ts';
import { isFixedPage, isOwnPage, pageList } from './page-list.ts';
import type { Chapter } from './set-textbook.ts';
import { chaptersOf, textbookList, titleOf } from './textbook-list.ts';
import { isShown, updateList } from './update-list.ts';

/** An update as its author sees it. */
export interface ListedUpdate {
  readonly key: string;
  readonly edition: string;
  readonly title: string;
  readonly html: string;
}

/** A page as its author sees it. */
export interface ListedPage extends ListedUpdate {
  readonly type: string;
  readonly isHidden: boolean;
  /** It stays where it is, and is always shown. */
  readonly isFixed: boolean;
  /** An author writes it. */
  readonly isOwn: boolean;
}

/** A textbook as its author sees it. */
export interface ListedTextbook {
  readonly key: string;
  readonly edition: string;
  readonly kind: 'pdf' | 'html';
  readonly title: string;
  readonly url: string | null;
  readonly chapters: readonly Chapter[];
}

/** All that a course has beside its outline, for its authors. */
export interface CoursePages {
  /** The newest first. */
  readonly updates: readonly ListedUpdate[];
  readonly handouts: { readonly edition: string; readonly html: string };
  readonly pages: readonly ListedPage[];
  readonly textbooks: readonly ListedTextbook[];
}

/** Reads what a draft has beside its outline. */
export async function readCoursePages(
  r: Reading<'provide'>,
  versions: VersionCache,
  draft: StoredVersion,
): Promise<CoursePages> {
  const course = await openLists(r, versions, draft);
  const handouts = course.version.info.handouts ?? '';
  return {
    handouts: { edition: editionOfItem(handouts), html: handouts },
    updates: updateList
      .read(course)
      .filter(isShown)
      .map((item) => ({
        key: updateList.keyOf(item),
        edition: editionOfItem(item),
        title: wordOf(item.date),
        html: wordOf(item.content),
      }))
      .reverse(),
    pages: pageList.read(course).map((item) => ({
      key: pageList.keyOf(item),
      edition: editionOfItem(item),
      type: wordOf(item.tab.type),
      title: wordOf(item.tab.name),
      html: item.html ?? '',
      isHidden: item.tab.is_hidden === true || item.tab.course_staff_only === true,
      isFixed: isFixedPage(item.tab),
      isOwn: isOwnPage(item.tab),
    })),
    textbooks: textbookList.read(course).map((item) => ({
      key: textbookList.keyOf(item),
      edition: editionOfItem(item),
      kind: item.field === 'pdf_textbooks' ? 'pdf' : 'html',
      title: titleOf(item.book),
      url: typeof item.book.url === 'string' ? item.book.url : null,
      chapters: chaptersOf(item.book).map(({ title, url }) => ({ title: wordOf(title), url: wordOf(url) })),
    })),
  };
}
