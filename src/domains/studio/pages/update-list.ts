import { escapeMarkup } from '../../../kernel/escape-markup.ts';
import { placeOfText } from '../set-course.ts';
import { type CourseList, type Entry, entriesOf, wordOf } from './course-list.ts';

/** Where Studio keeps the updates as a list. */
export const updateItemsPath = 'info/updates.items.json';

/**
 * The updates, the oldest first, as Studio keeps them: in `updates.items.json`, where an id is its place in the list and
 * what was deleted stays as a mark, and as a page in `updates.html`. A course from before that has only the page.
 */
export const updateList: CourseList<Entry> = {
  most: 2_000,
  read({ version, updateItems }) {
    const items = entriesOf(updateItems);
    if (items.some(isShown)) return items;
    const shown = [...version.info.updates].reverse();
    return [
      ...items,
      ...shown.map(({ date, html }, at) => ({ id: items.length + at + 1, date, content: html, status: 'visible' })),
    ];
  },
  keyOf: (item) => wordOf(item.id),
  write({ draft }, items) {
    const articles = items
      .filter(isShown)
      .map((item) => `<article><h2>${escapeMarkup(wordOf(item.date))}</h2>${wordOf(item.content)}</article>`);
    return {
      texts: {
        [updateItemsPath]: JSON.stringify(items),
        [placeOfText(draft, 'info', 'updates.html')]: `<section>${articles.reverse().join('')}</section>`,
      },
    };
  },
  readable: (item) => `${wordOf(item.date)}\n${wordOf(item.content)}`,
};

/** Whether learners are to see it. */
export function isShown(item: Entry): boolean {
  return item.status !== 'deleted' && typeof item.content === 'string';
}
