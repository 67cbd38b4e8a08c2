import type { Writing } from '../../../kernel/database/index.ts';
import type { VersionCache } from '../../courses/index.ts';
import { type Edit, type EditResult, refused } from '../edit.ts';
import { changeList, itemsThen, withItem } from './change-list.ts';
import type { CourseList } from './course-list.ts';
import { isFixedPage, pageList } from './page-list.ts';
import { textbookList } from './textbook-list.ts';
import { updateList } from './update-list.ts';

/** The lists of a course beside its outline. */
export type ListName = 'pages' | 'textbooks' | 'updates';

/** Takes an item away. It can be brought back by {@link restoreItem}. */
export function deleteItem(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  name: ListName,
  at: { readonly key: string; readonly edition: string | null },
): Promise<EditResult> {
  if (name === 'updates')
    return changeList(w, versions, edit, updateList, (items) =>
      withItem(updateList, items, at, (item) => ({ ...item, status: 'deleted' })),
    );
  if (name === 'textbooks')
    return changeList(w, versions, edit, textbookList, (items) => withItem(textbookList, items, at, () => null));
  return changeList(w, versions, edit, pageList, (items) => {
    const page = items.find((item) => pageList.keyOf(item) === at.key);
    return page && isFixedPage(page.tab) ? refused('wrong-place') : withItem(pageList, items, at, () => null);
  });
}

/** Brings an item back as it was in an earlier version, to where it stood. */
export function restoreItem(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  name: ListName,
  at: { readonly key: string; readonly versionId: string },
): Promise<EditResult> {
  if (name === 'updates') return restore(w, versions, edit, updateList, at);
  return name === 'textbooks' ? restore(w, versions, edit, textbookList, at) : restore(w, versions, edit, pageList, at);
}

/** Where an item is to stand: one place further, or before another one; null puts it last. */
export type ItemPlace = 'up' | 'down' | { readonly before: string | null };

/** Moves a page or a textbook within its list. */
export function moveItem(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  name: 'pages' | 'textbooks',
  at: { readonly key: string; readonly to: ItemPlace },
): Promise<EditResult> {
  if (name === 'textbooks')
    return changeList(w, versions, edit, textbookList, (items) => moved(textbookList, items, at, 0));
  return changeList(w, versions, edit, pageList, (items) => {
    const first = items.findIndex(({ tab }) => !isFixedPage(tab));
    const page = items.find((item) => pageList.keyOf(item) === at.key);
    if (page && isFixedPage(page.tab)) return refused('wrong-place');
    return moved(pageList, items, at, first);
  });
}

async function restore<T>(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  list: CourseList<T>,
  { key, versionId }: { readonly key: string; readonly versionId: string },
): Promise<EditResult> {
  const then = await itemsThen(w, versions, list, { courseKey: edit.courseKey, versionId });
  const index = then?.findIndex((item) => list.keyOf(item) === key) ?? -1;
  const old = then?.[index];
  if (old === undefined) return refused('no-such-version');
  return changeList(w, versions, edit, list, (items) => {
    const there = items.findIndex((item) => list.keyOf(item) === key);
    return there >= 0 ? items.with(there, old) : items.toSpliced(index, 0, old);
  });
}

function moved<T>(
  list: CourseList<T>,
  items: readonly T[],
  { key, to }: { readonly key: string; readonly to: ItemPlace },
  first: number,
) {
  const from = items.findIndex((item) => list.keyOf(item) === key);
  const item = items[from];
  if (item === undefined) return refused('no-such-block');
  const rest = items.toSpliced(from, 1);
  const wanted = to === 'up' ? from - 1 : to === 'down' ? from + 1 : placeBefore(list, rest, to.before);
  return rest.toSpliced(Math.min(Math.max(wanted, first), rest.length), 0, item);
}

function placeBefore<T>(list: CourseList<T>, items: readonly T[], before: string | null): number {
  const at = before === null ? -1 : items.findIndex((item) => list.keyOf(item) === before);
  return at < 0 ? items.length : at;
}
