import { placeOfText } from '../set-course.ts';
import { type CourseList, type Entry, entriesOf, wordOf } from './course-list.ts';

/** A page of the course: its tab, and its text where the author writes one. */
export interface PageItem {
  readonly tab: Entry;
  readonly html: string | null;
}

/** The pages that Open edX gives a course whose policy names none. */
const defaultTabs: readonly Entry[] = [
  { type: 'course_info', name: 'Home' },
  { type: 'courseware', name: 'Course' },
  { type: 'textbooks', name: 'Textbooks' },
  { type: 'discussion', name: 'Discussion' },
  { type: 'wiki', name: 'Wiki' },
  { type: 'progress', name: 'Progress' },
].map((tab) => ({ course_staff_only: false, ...tab }));

/** The pages in the order of the policy's `tabs`. The texts of the author's own lie in `tabs/SLUG.html`. */
export const pageList: CourseList<PageItem> = {
  most: 150,
  read({ version }) {
    const written = entriesOf(version.root.settings.tabs).filter(({ type }) => wordOf(type) !== '');
    const tabs = written.length > 0 ? written : defaultTabs;
    const texts = new Map(version.info.tabs.map(({ slug, html }) => [slug, html]));
    return tabs.map((tab) => ({ tab, html: isOwnPage(tab) ? (texts.get(wordOf(tab.url_slug)) ?? null) : null }));
  },
  keyOf: ({ tab }) => (isOwnPage(tab) ? wordOf(tab.url_slug) : `:${wordOf(tab.type)}`),
  write(course, items) {
    const before = new Map(pageList.read(course).map((item) => [pageList.keyOf(item), item.html]));
    const after = new Map(items.map((item) => [pageList.keyOf(item), item.html]));
    const texts: Record<string, string | null> = {};
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const html = after.get(key) ?? null;
      if (html !== (before.get(key) ?? null)) texts[placeOfText(course.draft, 'tabs', `${key}.html`)] = html;
    }
    return { settings: { tabs: JSON.stringify(items.map(({ tab }) => tab)) }, texts };
  },
  readable: ({ tab, html }) => `${wordOf(tab.name)}\n${html ?? ''}`,
};

/** Whether an author writes the page; all others are the platform's. */
export function isOwnPage(tab: Entry): boolean {
  return wordOf(tab.type) === 'static_tab';
}

/** Open edX wants the home page and the course itself first, and shown. */
export function isFixedPage(tab: Entry): boolean {
  return /^(?:course_info|courseware)$/.test(wordOf(tab.type));
}

/** The tab shown or hidden, by the key that Open edX has for it: one for the author's pages, one for its own. */
export function withHidden(tab: Entry, isHidden: boolean): Entry {
  const { is_hidden: _, ...rest } = tab;
  if (!isHidden) return { ...rest, course_staff_only: false };
  return isOwnPage(tab) ? { ...rest, course_staff_only: true } : { ...rest, is_hidden: true };
}
