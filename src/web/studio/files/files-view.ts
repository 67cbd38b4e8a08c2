import type { CourseFile } from '../../../domains/courses/index.ts';
import { type FileKind, fileKindOf, fileKinds, findFileUses } from '../../../domains/studio/index.ts';
import type { Powers } from '../../../powers.ts';
import { readPage } from '../../request/read-page.ts';
import type { FramedCourse } from '../parts/course-frame.tsx';
import { openDraft } from '../parts/open-draft.ts';
import type { CoursePlace } from '../studio-site.ts';

export const fileOrders = ['name', 'size', 'uses'] as const;

/** What is looked for among the files. */
export interface FileWish {
  readonly q: string;
  readonly kind: FileKind | '';
  /** Empty for all. */
  readonly folder: string;
  readonly sort: (typeof fileOrders)[number];
  readonly page: number;
}

export interface FileRow {
  readonly name: string;
  readonly hash: string;
  readonly mediaType: string;
  readonly kind: FileKind;
  readonly size_bytes: number;
  readonly isLocked: boolean;
  /** How many places name it. */
  readonly uses: number;
}

export interface FilesView {
  readonly course: FramedCourse;
  readonly wish: FileWish;
  readonly rows: readonly FileRow[];
  readonly found: number;
  readonly all: number;
  readonly all_bytes: number;
  readonly pages: number;
  readonly folders: readonly string[];
  readonly mayEdit: boolean;
  readonly limit_MB: number;
}

const page_files = 50;
const most_folders = 300;

/** What a query asks for; what it says wrongly it does not say. */
export function readFileWish(query: Readonly<Record<string, string>>): FileWish {
  return {
    q: (query.q ?? '').trim().slice(0, 200),
    kind: fileKinds.find((kind) => kind === query.kind) ?? '',
    folder: (query.folder ?? '').slice(0, 500),
    sort: fileOrders.find((order) => order === query.sort) ?? 'name',
    page: readPage(query.page),
  };
}

/** The files of a draft, as many as stand on one page. */
export async function readFilesView(powers: Powers, place: CoursePlace, wish: FileWish): Promise<FilesView> {
  const { version, published } = await openDraft(powers, place);
  const uses = await findFileUses(powers.database.read('provide'), version);
  const files = [...version.files.values()];
  const wanted = wish.q.normalize('NFC').toLowerCase();
  const found = files
    .filter(({ name }) => name.toLowerCase().includes(wanted) && (!wish.folder || folderOf(name) === wish.folder))
    .map((file) => rowOf(file, uses.get(file.name)?.length ?? 0))
    .filter(({ kind }) => !wish.kind || kind === wish.kind)
    .sort(orderOf(wish.sort));
  const pages = Math.max(1, Math.ceil(found.length / page_files));
  const page = Math.min(wish.page, pages);
  const { courseKey, title, language } = version;
  return {
    course: { courseKey, title, language, isPublished: published !== null },
    wish: { ...wish, page },
    rows: found.slice((page - 1) * page_files, page * page_files),
    found: found.length,
    all: files.length,
    all_bytes: files.reduce((sum, { size_bytes }) => sum + size_bytes, 0),
    pages,
    folders: [...new Set(files.map(({ name }) => folderOf(name)).filter(Boolean))].sort().slice(0, most_folders),
    mayEdit: place.may('course.edit'),
    limit_MB: powers.config.uploadLimit_MB,
  };
}

export function rowOf({ name, hash, mediaType, size_bytes, locked }: CourseFile, uses: number): FileRow {
  return { name, hash, mediaType, size_bytes, isLocked: locked, uses, kind: fileKindOf(mediaType) };
}

function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

/** As people count: `map-2` before `map-10`. */
const byName = new Intl.Collator('en', { numeric: true }).compare;

function orderOf(sort: FileWish['sort']): (a: FileRow, b: FileRow) => number {
  if (sort === 'size') return (a, b) => b.size_bytes - a.size_bytes || byName(a.name, b.name);
  if (sort === 'uses') return (a, b) => a.uses - b.uses || byName(a.name, b.name);
  return (a, b) => byName(a.name, b.name);
}
