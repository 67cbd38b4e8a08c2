import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { OperatorError } from '../../../kernel/errors.ts';
import type { Limits } from './limits.ts';
import { resolveLink } from './safe-path.ts';
import { type Collector, mebibytes } from './source-files.ts';

/**
 * Reads an archive as a stream: nothing of it is ever unpacked by its own paths.
 *
 * @throws OperatorError when it is no archive, is broken, or holds what no course holds
 */
export async function readTar(path: string, limits: Limits, collector: Collector): Promise<void> {
  const kind = await kindOf(path);
  const packed = { size_bytes: 0 };
  const unpack = extract();
  const links: { readonly from: string; readonly to: string }[] = [];
  const reading = (async () => {
    for await (const entry of unpack) {
      await takeEntry(entry.header, entry as AsyncIterable<unknown> as AsyncIterable<Uint8Array>, collector, links);
      entry.resume();
    }
  })();
  const stream = createReadStream(path);
  const stages = kind === 'gzip' ? [count(packed), createGunzip()] : [];
  try {
    await Promise.all([pipeline([stream, ...stages, guard(limits, packed, kind), unpack]), reading]);
  } catch (error) {
    unpack.destroy();
    stream.destroy();
    throw explain(error);
  }
  for (const { from, to } of links) followLink(from, to, collector);
}

async function takeEntry(
  header: Header,
  bytes: AsyncIterable<Uint8Array>,
  collector: Collector,
  links: { readonly from: string; readonly to: string }[],
): Promise<void> {
  // A size that can't be read leaves the reader of archives waiting for ever.
  if (!Number.isSafeInteger(header.size)) throw new OperatorError(brokenBecause(`${header.name} has no size`));
  switch (header.type) {
    case 'file':
    case 'contiguous-file':
      return collector.file(header.name, bytes, header.size!);
    case 'directory':
      return void collector.entry(header.name);
    case 'symlink':
    case 'link': {
      const from = collector.entry(header.name);
      const linkname = header.linkname ?? '';
      const to = header.type === 'link' ? resolveLink('', linkname) : resolveLink(from, linkname);
      if (to === null) throw refused(header.name, `a link out of the course, to ${JSON.stringify(linkname)}`);
      return void links.push({ from, to });
    }
    default:
      throw refused(header.name, `a ${header.type ?? 'thing of an unknown kind'}, and not a file`);
  }
}

/** A link inside the archive stands for a copy of the file that it leads to; one to a folder or to nothing is left out. */
function followLink(from: string, to: string, collector: Collector): void {
  const target = collector.files.get(to);
  const message = target
    ? `This is a link to ${to}; it was taken as a copy of that file.`
    : `This is a link to ${to}, which is no file of the course; it was left out.`;
  collector.findings.add({ level: target ? 'note' : 'warning', code: 'link', message, file: from, line: 0 });
  if (target) (collector.files as Map<string, typeof target>).set(from, target);
}

function refused(name: string, what: string): OperatorError {
  return new OperatorError(`The archive was refused: ${JSON.stringify(name)} is ${what}. Pack it again without it.`);
}

async function kindOf(path: string): Promise<'gzip' | 'tar'> {
  const head = Buffer.alloc(512);
  const file = await open(path);
  try {
    await file.read(head, 0, 512, 0);
  } finally {
    await file.close();
  }
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head.toString('latin1', 257, 262) === 'ustar') return 'tar';
  const { size } = await stat(path);
  const guess =
    head.toString('latin1', 0, 2) === 'PK'
      ? 'is a ZIP file'
      : size === 0
        ? 'is empty'
        : 'is no archive that mooc knows';
  throw new OperatorError(
    `${path} ${guess}. A course comes as a folder or as a .tar.gz, as Open edX Studio exports it.`,
  );
}

function count(packed: { size_bytes: number }): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      packed.size_bytes += chunk.length;
      done(null, chunk);
    },
  });
}

/** Stops an archive that unpacks into too much, while it unpacks. */
function guard(limits: Limits, packed: { readonly size_bytes: number }, kind: 'gzip' | 'tar'): Transform {
  let size_bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size_bytes += chunk.length;
      const grown = size_bytes > limits.ratio_from_bytes && size_bytes > packed.size_bytes * limits.ratio;
      if (size_bytes > limits.unpacked_bytes) {
        done(
          new OperatorError(
            `The archive holds more than ${mebibytes(limits.unpacked_bytes)}: take large files out of the course.`,
          ),
        );
      } else if (kind === 'gzip' && grown) {
        done(
          new OperatorError(
            `The archive unpacks to more than ${limits.ratio} times its size: it is built to fill disks, and was refused.`,
          ),
        );
      } else {
        done(null, chunk);
      }
    },
  });
}

function explain(error: unknown): unknown {
  if (error instanceof OperatorError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code.startsWith('Z_') || /tar|unexpected end|premature|header/i.test(`${code} ${message}`)) {
    return new OperatorError(brokenBecause(message));
  }
  return error;
}

function brokenBecause(reason: string): string {
  return `The archive is broken (${reason}): it may have been cut off on its way. Export it again.`;
}
