import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { parseXml, walk, writeXml, XmlError } from '../../src/kernel/xml/index.ts';

export interface ProblemFile {
  readonly course: string;
  readonly path: string;
  readonly source: string;
}

/** Real courses lie beside the project where there are any. */
const courseFolder = join(import.meta.dirname, '../../../shared/courses');

export function courseArchives(): readonly string[] {
  if (!existsSync(courseFolder)) return [];
  return readdirSync(courseFolder).filter((name) => name.endsWith('.tar.gz'));
}

/** Every problem of an archive: files of the problem folder as they stand, and those written inside other blocks. */
export async function* problemsOf(archive: string): AsyncGenerator<ProblemFile> {
  const course = basename(archive, '.tar.gz');
  const entries = extract();
  createReadStream(join(courseFolder, archive)).pipe(createGunzip()).pipe(entries);
  for await (const entry of entries) {
    const { name: path, type } = entry.header;
    if (type === 'file' && path.endsWith('.xml')) {
      const source = (await text(entry)).replace(/^\uFEFF/, '');
      for (const problem of problemsIn(path, source)) yield { course, path, source: problem };
    }
    entry.resume();
  }
}

function problemsIn(path: string, source: string): readonly string[] {
  if (/(^|\/)problem\//.test(path)) return [source];
  if (!source.includes('<problem')) return [];
  try {
    const inline = [...walk(parseXml(source))].filter(
      ({ name, children }) => name === 'problem' && children.length > 0,
    );
    return inline.map(writeXml);
  } catch (error) {
    if (error instanceof XmlError) return [];
    throw error;
  }
}
