import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { OperatorError } from '../../../kernel/errors.ts';
import { mediaTypeOf, type Staging, sniffed_bytes } from '../../assets/index.ts';
import { createFindings, type Findings } from '../finding.ts';
import type { Limits } from './limits.ts';
import { checkPath } from './safe-path.ts';

/** A file of a course: its bytes when it is a text that may be read, else where the sink has put it. */
export type SourceFile =
  | { readonly bytes: Buffer }
  | { readonly hash: string; readonly size_bytes: number; readonly mediaType: string };

/** Takes the bytes of files that are not held in memory. */
export type Sink = Pick<Staging, 'put'>;

/** All files of a course by path, as found: with `/`, without a leading `./`. */
export interface SourceFiles {
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly findings: Findings;
}

/** What readers of folders and archives hand their files to: it counts, checks and keeps. */
export interface Collector extends SourceFiles {
  /** Counts an entry that is no file. */
  entry(path: string): string;
  file(path: string, bytes: AsyncIterable<Uint8Array>, size_bytes: number): Promise<void>;
}

export function createCollector(limits: Limits, sink: Sink, onCount: (files: number) => void): Collector {
  const files = new Map<string, SourceFile>();
  const findings = createFindings();
  let entries = 0;
  let texts_bytes = 0;
  const entry = (path: string) => {
    entries += 1;
    if (entries > limits.entries) {
      throw new OperatorError(
        `The course has more than ${limits.entries} files and folders: that is no course. Nothing was imported.`,
      );
    }
    return checkPath(path, limits.depth);
  };
  return {
    files,
    findings,
    entry,
    async file(path, bytes, size_bytes) {
      const name = entry(path);
      if (!name) return;
      if (size_bytes > limits.file_bytes) throw tooLarge(name, limits);
      const isText = size_bytes <= limits.text_bytes && !/(?:^|\/)static\//.test(name);
      const file = isText ? { bytes: await buffer(bytes) } : await putAway(name, bytes, sink);
      if ('bytes' in file) texts_bytes += file.bytes.length;
      if (texts_bytes > limits.texts_bytes) {
        throw new OperatorError(
          `The course has more than ${mebibytes(limits.texts_bytes)} outside of static/: move large files there.`,
        );
      }
      noteDouble(files.get(name), file, name, findings);
      noteBrokenName(name, findings);
      files.set(name, file);
      if (files.size % 100 === 0) onCount(files.size);
    },
  };
}

async function putAway(name: string, bytes: AsyncIterable<Uint8Array>, sink: Sink): Promise<SourceFile> {
  let head = Buffer.alloc(0);
  const watched = Readable.from(
    (async function* () {
      for await (const chunk of bytes) {
        if (head.length < sniffed_bytes) head = Buffer.concat([head, (chunk as Buffer).subarray(0, sniffed_bytes)]);
        yield chunk as Buffer;
      }
    })(),
    { objectMode: false },
  );
  const stored = await sink.put(watched);
  return { ...stored, mediaType: mediaTypeOf(name, head) };
}

/** `tar -r` writes a file again behind the old one: then the later one counts. Two that differ are a trick or a mistake. */
function noteDouble(known: SourceFile | undefined, file: SourceFile, name: string, findings: Findings): void {
  if (!known) return;
  const isSame =
    'bytes' in known ? 'bytes' in file && known.bytes.equals(file.bytes) : 'hash' in file && known.hash === file.hash;
  if (!isSame) {
    throw new OperatorError(`The archive holds two different files of the name ${name}: remove one and pack it again.`);
  }
  const message = 'The archive holds this file twice, with the same bytes. Nothing is lost.';
  findings.add({ level: 'note', code: 'duplicate-entry', message, file: name, line: 0 });
}

function noteBrokenName(name: string, findings: Findings): void {
  if (!name.includes('\uFFFD')) return;
  const message = 'The name of this file is not UTF-8, so links to it may fail: rename it.';
  findings.add({ level: 'warning', code: 'encoding', message, file: name, line: 0 });
}

function tooLarge(name: string, limits: Limits): OperatorError {
  return new OperatorError(
    `The file ${name} is larger than ${mebibytes(limits.file_bytes)}: take it out of the course, or link to it.`,
  );
}

export function mebibytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MiB`;
}
