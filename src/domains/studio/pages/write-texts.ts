import type { Writing } from '../../../kernel/database/index.ts';
import { idOf, lockDraft, type VersionCache } from '../../courses/index.ts';
import { newName } from '../add-block.ts';
import { type Edit, type EditResult, refused } from '../edit.ts';
import { editionOfCourse, placeOfText, setCourse } from '../set-course.ts';
import { changeList, openLists, withItem } from './change-list.ts';
import { editionOfItem, wordOf } from './course-list.ts';
import { isFixedPage, pageList, withHidden } from './page-list.ts';
import { updateList } from './update-list.ts';

/** A text that an author wrote; without a key it is a new one. */
export interface NewText {
  readonly key: string | null;
  /** What the author had before them; null where they had nothing. */
  readonly edition: string | null;
  /** The date of an update, the name of a page. */
  readonly title: string;
  readonly html: string;
}

/** Writes an update: news of the course. A new one is the newest. */
export function setUpdate(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { key, edition, title, html }: NewText,
): Promise<EditResult> {
  const facts = { date: title, content: html };
  return changeList(w, versions, edit, updateList, (items) => {
    if (key !== null) return withItem(updateList, items, { key, edition }, (item) => ({ ...item, ...facts }));
    const id = Math.max(items.length, ...items.map((item) => Number(item.id) || 0)) + 1;
    return [...items, { id, ...facts, status: 'visible' }];
  });
}

/** Writes a page of the author's own. Its address stays when its name changes. */
export function setPage(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { key, edition, title, html }: NewText,
): Promise<EditResult> {
  return changeList(w, versions, edit, pageList, (items, { draft }) => {
    if (key !== null)
      return withItem(pageList, items, { key, edition }, ({ tab }) => ({ tab: { ...tab, name: title }, html }));
    const taken = new Set([
      ...items.map(({ tab }) => wordOf(tab.url_slug)),
      ...Object.keys(draft.manifest.documents).flatMap((path) => /([^/]+)\.html$/.exec(path)?.[1] ?? []),
    ]);
    const slug = freeSlug(title, taken) ?? newName(w);
    return [...items, { tab: { course_staff_only: false, name: title, type: 'static_tab', url_slug: slug }, html }];
  });
}

/** Shows a page to learners, or to the course's staff only. Open edX lets nobody hide its first two. */
export function hidePage(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { key, isHidden }: { readonly key: string; readonly isHidden: boolean },
): Promise<EditResult> {
  return changeList(w, versions, edit, pageList, (items) => {
    const page = items.find((item) => pageList.keyOf(item) === key);
    if (page && isFixedPage(page.tab)) return refused('wrong-place');
    return withItem(pageList, items, { key, edition: null }, ({ tab, html }) => ({
      tab: withHidden(tab, isHidden),
      html,
    }));
  });
}

/** Writes what the course hands out; empty for nothing. */
export async function setHandouts(
  w: Writing<'provide'>,
  versions: VersionCache,
  edit: Edit,
  { edition, html }: Pick<NewText, 'edition' | 'html'>,
): Promise<EditResult> {
  const locked = await lockDraft(w, versions, edit.courseKey);
  if (!locked) return refused('no-such-course');
  const { draft } = locked;
  const theirs = (await openLists(w, versions, draft)).version.info.handouts ?? '';
  if (edition !== editionOfItem(theirs)) return { type: 'moved-on', blockId: idOf(draft.root), yours: html, theirs };
  const path = placeOfText(draft, 'info', 'handouts.html');
  const texts = { [path]: html.trim() === '' ? null : html };
  return setCourse(w, versions, edit, { edition: editionOfCourse(draft, [path]), texts });
}

/** A name in an address: letters that every address knows, and none that is taken; null when nothing is left. */
function freeSlug(title: string, taken: ReadonlySet<string>): string | null {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  if (plain === '') return null;
  let slug = plain;
  for (let i = 2; taken.has(slug); i++) slug = `${plain}-${i}`;
  return slug;
}
