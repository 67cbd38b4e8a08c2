import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { SiteContext } from './site-context.ts';

/** What a form with one file sent. */
export type Upload =
  | {
      readonly type: 'received';
      /** The file's own name, for people to know it by; nothing is ever called so on a disk. */
      readonly fileName: string;
      /** The other fields of the form. */
      readonly fields: ReadonlyMap<string, string>;
    }
  | { readonly type: 'refused'; readonly because: 'too-large' | 'no-file' | 'broken' };

/** Takes a file in as it comes, and is done when all of it is away. */
type Take = (file: Readable) => Promise<void>;

/** The file of a form, on its way. */
interface Arriving {
  readonly stream: Readable;
  readonly name: string;
  readonly taken: Promise<void>;
  size_bytes: number;
  isCut: boolean;
}

const longestField_bytes = 10_000;
const most_fields = 20;
const longestName_chars = 200;

/**
 * Reads a form with one file as it comes in: the file goes through `take` and is never whole in memory here. What is larger
 * than the limit is refused before it is read where its length is said, else as soon as it is. When this answers, `take` has
 * let go of the file, also where it was refused.
 */
export async function readUpload(c: SiteContext, limit_bytes: number, take: Take): Promise<Upload> {
  const type = c.req.header('content-type') ?? '';
  const { body } = c.req.raw;
  if (!body || !/^multipart\/form-data\s*;/i.test(type)) return refused('no-file');
  const around_bytes = most_fields * longestField_bytes;
  if (Number(c.req.header('content-length') ?? 0) > limit_bytes + around_bytes) return refused('too-large');
  const limits = { files: 1, fields: most_fields, fieldSize: longestField_bytes, fileSize: limit_bytes };
  const form = openForm(type, limits);
  if (!form) return refused('broken');
  const fields = new Map<string, string>();
  form.on('field', (name, value) => fields.set(name, value.replaceAll('\0', '')));
  const files: Arriving[] = [];
  form.on('file', (_name, stream, name) => files.push(receive(stream, name, take)));
  const sender = Readable.fromWeb(body as ReadableStream);
  const isWhole = await pass(sender, form);
  sender.destroy();
  const [file] = files;
  // Who takes it in must not wait for an end that never comes.
  if (!isWhole || file?.isCut) file?.stream.destroy(new Error('the form was cut off'));
  const isTaken = await (file?.taken ?? Promise.resolve()).then(
    () => true,
    () => false,
  );
  if (file?.isCut) return refused('too-large');
  if (!isWhole || !isTaken) return refused('broken');
  return file && (file.name !== '' || file.size_bytes > 0)
    ? { type: 'received', fileName: file.name, fields }
    : refused('no-file');
}

/** Null when the form's own words about itself are none that can be read. */
export function openForm(
  type: string,
  limits: ConstructorParameters<typeof Busboy>[0]['limits'],
): BusboyInstance | null {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits });
  } catch {
    return null;
  }
}

function receive(stream: Readable, name: string | undefined, take: Take): Arriving {
  const file: Arriving = { stream, name: tidyName(name ?? ''), taken: take(stream), size_bytes: 0, isCut: false };
  // Who waits for it comes later, and a refusal without anybody listening ends a process.
  file.taken.catch(() => {});
  stream.on('data', (chunk: Buffer) => {
    file.size_bytes += chunk.length;
  });
  stream.on('limit', () => {
    file.isCut = true;
  });
  return file;
}

/** Lets the form read what is sent. @returns false when it was cut off, is none, or its file is too large to go on */
function pass(sender: Readable, form: BusboyInstance): Promise<boolean> {
  return new Promise((resolve) => {
    form.on('finish', () => resolve(true));
    form.on('error', () => resolve(false));
    form.on('file', (_name, stream) => stream.on('limit', () => resolve(true)));
    sender.on('error', () => resolve(false));
    sender.pipe(form);
  });
}

function refused(because: 'too-large' | 'no-file' | 'broken'): Upload {
  return { type: 'refused', because };
}

/** The last part of a path, without what doesn't belong into a line of text. */
export function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1)!;
  return last
    .replace(/[\p{Cc}\p{Bidi_C}]/gu, '')
    .trim()
    .slice(0, longestName_chars);
}
