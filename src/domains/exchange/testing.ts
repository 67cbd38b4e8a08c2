import { createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Header, pack } from 'tar-stream';

/** The files of a course by path below its folder. */
export type CourseSource = Readonly<Record<string, string | Buffer>>;

/**
 * A small course as files: one section with one subsection with the given units, each an element's inner XML. Files
 * given besides replace those of the same path.
 */
export function aCourse(
  options: { units?: Readonly<Record<string, string>>; files?: CourseSource } = {},
): CourseSource {
  const units = options.units ?? { welcome: '<html url_name="hello" display_name="Hello"><p>Welcome</p></html>' };
  const names = Object.keys(units);
  return {
    'course.xml': '<course url_name="2031" org="LakeU" course="Rivers"/>\n',
    'course/2031.xml': '<course display_name="Rivers and Lakes"><chapter url_name="one"/></course>\n',
    'chapter/one.xml': '<chapter display_name="One"><sequential url_name="first"/></chapter>\n',
    'sequential/first.xml': `<sequential>${names.map((name) => `<vertical url_name="${name}"/>`).join('')}</sequential>\n`,
    ...Object.fromEntries(names.map((name) => [`vertical/${name}.xml`, `<vertical>${units[name]}</vertical>\n`])),
    'policies/2031/policy.json': '{"course/2031": {"start": "2026-01-01T00:00:00Z"}}\n',
    ...options.files,
  };
}

/** Puts the files into a folder. */
export function writeCourseFolder(folder: string, course: CourseSource): string {
  for (const [name, content] of Object.entries(course)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}

/** An entry of an archive that is more, or other, than a file with its name. */
export type ArchiveEntry = Partial<Header> & { readonly name: string; readonly content?: string | Buffer };

/** Packs a course, and whatever else a test wants in the archive, without a look at what it is. */
export async function writeArchive(
  file: string,
  course: CourseSource,
  entries: readonly ArchiveEntry[] = [],
): Promise<string> {
  const archive = pack();
  for (const [name, content] of Object.entries(course)) archive.entry({ name: `course/${name}` }, content);
  for (const { content, ...header } of entries) archive.entry(header as Header, content ?? '');
  archive.finalize();
  await pipeline(archive, createGzip(), createWriteStream(file));
  return file;
}

/** All files below a folder, by path; none when there is no such folder. */
export function filesBelow(folder: string): string[] {
  try {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
