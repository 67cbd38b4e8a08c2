import { childElements, parseXml } from '../../kernel/xml/index.ts';
import type { Block, CourseFile, CourseInfo, Settings, SettingValue } from './course.ts';
import { findFile } from './course-files.ts';
import { readDate } from './dates.ts';
import type { CourseDocuments } from './documents.ts';
import { childMark, edgeMark, type StoredBlock } from './stored-block.ts';
import { readUpdates } from './updates.ts';

export function courseInfo(
  documents: CourseDocuments,
  stored: StoredBlock,
  root: Block,
  files: ReadonlyMap<string, CourseFile>,
): CourseInfo {
  const { settings, name: run } = root;
  const image = typeof settings.course_image === 'string' ? settings.course_image : 'images_course_image.jpg';
  return {
    about: aboutTexts(documents, run),
    updates: readUpdates(
      documents.json('info/updates.items.json'),
      ownOrShared(documents, 'info', run, 'updates.html'),
    ),
    handouts: ownOrShared(documents, 'info', run, 'handouts.html'),
    tabs: tabsOf(settings.tabs, (slug) => ownOrShared(documents, 'tabs', run, `${slug}.html`)),
    textbooks: [...linkedTextbooks(documents.rootLayout), ...listedTextbooks(settings)],
    image: findFile(files, image),
    start: readDate(settings.start),
    end: readDate(settings.end),
    enrollment_start: readDate(settings.enrollment_start),
    enrollment_end: readDate(settings.enrollment_end),
    invitation_only: settings.invitation_only === true || stored.attributes.invitation_only === 'true',
    max_student_enrollments_allowed: capacityOf(settings.max_student_enrollments_allowed),
    pre_requisite_courses: coursesBefore(settings.pre_requisite_courses),
  };
}

function capacityOf(written: SettingValue | undefined): number | null {
  const number = written === '' ? Number.NaN : Number(written ?? Number.NaN);
  return Number.isSafeInteger(number) && number >= 0 ? number : null;
}

const most_coursesBefore = 20;

function coursesBefore(written: SettingValue | undefined): readonly string[] {
  const keys = Array.isArray(written) ? written.filter((key) => typeof key === 'string') : [];
  return keys.slice(0, most_coursesBefore);
}

/** A text in the folder, or in the run's folder below it, which wins. */
function ownOrShared(documents: CourseDocuments, folder: string, run: string, name: string): string | null {
  return documents.text(`${folder}/${run}/${name}`) ?? documents.text(`${folder}/${name}`);
}

function aboutTexts(documents: CourseDocuments, run: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const folder of ['about', `about/${run}`]) {
    for (const name of documents.list(folder)) {
      if (name.endsWith('.html')) texts[name.slice(0, -5)] = documents.text(`${folder}/${name}`) ?? '';
    }
  }
  return texts;
}

const tabNames: Readonly<Record<string, string>> = {
  courseware: 'Course',
  course_info: 'Home',
  discussion: 'Discussion',
  progress: 'Progress',
  wiki: 'Wiki',
  textbooks: 'Textbooks',
  pdf_textbooks: 'Textbooks',
  html_textbooks: 'Textbooks',
  dates: 'Dates',
};

function tabsOf(setting: SettingValue | undefined, htmlOf: (slug: string) => string | null): CourseInfo['tabs'] {
  const written = Array.isArray(setting) ? (setting as readonly SettingValue[]) : [];
  const tabs = written.flatMap((entry) => {
    const tab = record(entry);
    const type = word(tab.type);
    if (!type) return [];
    const slug = word(tab.url_slug) || type;
    const html = type === 'static_tab' ? htmlOf(slug) : null;
    const isHidden = tab.is_hidden === true || tab.course_staff_only === true;
    return [{ type, slug, html, isHidden, name: word(tab.name) || tabNames[type] || slug }];
  });
  if (tabs.length > 0) return tabs;
  return ['course_info', 'courseware', 'discussion', 'wiki', 'progress'].map((type) => ({
    type,
    slug: type,
    html: null,
    isHidden: false,
    name: tabNames[type]!,
  }));
}

/** `<textbook title book_url/>` in the course's own element: books that lie elsewhere. */
function linkedTextbooks(layout: string | null): CourseInfo['textbooks'] {
  if (!layout?.includes('<textbook')) return [];
  const inside = layout
    .split(edgeMark)
    .at(layout.includes(edgeMark) ? 1 : 0)!
    .replaceAll(childMark, '');
  const books = childElements(parseXml(`<course>${inside}</course>`)).filter((element) => element.name === 'textbook');
  return books.map(({ attributes: { title = '', book_url = '' } }) => ({
    title,
    chapters: [{ title, url: book_url }],
  }));
}

function listedTextbooks(settings: Settings): CourseInfo['textbooks'] {
  return ['pdf_textbooks', 'html_textbooks'].flatMap((field) => {
    const books = settings[field];
    return (Array.isArray(books) ? (books as readonly SettingValue[]) : []).map((entry) => {
      const book = record(entry);
      const chapters = Array.isArray(book.chapters) ? (book.chapters as readonly SettingValue[]) : [];
      const read = chapters.map(record).map((chapter) => ({ title: word(chapter.title), url: word(chapter.url) }));
      const whole = word(book.url) ? [{ title: word(book.tab_title), url: word(book.url) }] : [];
      return { title: word(book.tab_title), chapters: [...read, ...whole] };
    });
  });
}

function record(value: SettingValue): Readonly<Record<string, SettingValue>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
    ? (value as Readonly<Record<string, SettingValue>>)
    : {};
}

function word(value: SettingValue | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}
