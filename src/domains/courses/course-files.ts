import type { CourseFile } from './course.ts';
import type { CourseDocuments } from './documents.ts';
import { inFolder } from './manifest.ts';

type Files = ReadonlyMap<string, CourseFile>;

/** The files below `static/`, with their locks from `policies/assets.json`. */
export function courseFiles(documents: CourseDocuments): Files {
  const { manifest } = documents;
  const below = inFolder(manifest, 'static/');
  const locked = lockedNames(documents.json('policies/assets.json'));
  const files = new Map<string, CourseFile>();
  for (const [path, file] of Object.entries(manifest.files)) {
    if (!path.startsWith(below)) continue;
    const name = path.slice(below.length);
    const { hash, media_type, size_bytes } = file;
    files.set(name, { name, hash, mediaType: media_type, size_bytes, locked: locked.has(plainFileName(name)) });
  }
  return files;
}

/** The file that a `/static/NAME` link means, or null: the name as it is, decoded, or as Open edX would have cleaned it. */
export function findFile(files: Files, link: string): CourseFile | null {
  const name = link.replace(/^\/?static\//, '').replace(/[?#].*$/, '');
  const exact = files.get(name) ?? files.get(decoded(name));
  if (exact) return exact;
  const wanted = plainFileName(decoded(name));
  return plainNames(files).get(wanted) ?? null;
}

const plainNamesOf = new WeakMap<Files, ReadonlyMap<string, CourseFile>>();

function plainNames(files: Files): ReadonlyMap<string, CourseFile> {
  let names = plainNamesOf.get(files);
  if (!names) {
    names = new Map([...files].map(([name, file]) => [plainFileName(name), file]));
    plainNamesOf.set(files, names);
  }
  return names;
}

/** Open edX keeps all files in one folder, and cleans their names when they come in. */
export function plainFileName(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.~()-]/gu, '_').replace(/_+/g, '_');
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function lockedNames(assets: unknown): Set<string> {
  if (assets === null || typeof assets !== 'object') return new Set();
  const locked = Object.entries(assets).filter(([, entry]) => (entry as { locked?: unknown } | null)?.locked === true);
  return new Set(locked.map(([name]) => plainFileName(name)));
}
