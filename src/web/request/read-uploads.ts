import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { openForm, tidyName } from './read-upload.ts';
import type { SiteContext } from './site-context.ts';

/** A file of a form: what `take` made of it, or null where it is larger than a file may be. */
export interface ReceivedFile<T> {
  readonly fileName: string;
  readonly taken: T | null;
}

/** What a form with many files sent. */
export type Uploads<T> =
  | {
      readonly type: 'received';
      readonly files: readonly ReceivedFile<T>[];
      readonly fields: ReadonlyMap<string, string>;
    }
  | { readonly type: 'refused'; readonly because: 'too-large' | 'too-many' | 'no-file' | 'broken' };

interface Arriving<T> {
  readonly fileName: string;
  readonly stream: Readable;
  readonly taken: Promise<T>;
  isCut: boolean;
}

/** What may come at once. */
export interface UploadLimits {
  readonly files: number;
  readonly file_bytes: number;
  readonly all_bytes: number;
}

const longestField_bytes = 10_000;
const most_fields = 20;

/**
 * Reads a form with many files as they come in, one after the other; none is whole in memory here. A file that is larger than
 * the limit spoils none of the others. When this answers, `take` has let go of all of them.
 */
export async function readUploads<T>(
  c: SiteContext,
  limits: UploadLimits,
  take: (file: Readable) => Promise<T>,
): Promise<Uploads<T>> {
  const type = c.req.header('content-type') ?? '';
  const { body } = c.req.raw;
  if (!body || !/^multipart\/form-data\s*;/i.test(type)) return refused('no-file');
  if (Number(c.req.header('content-length') ?? 0) > limits.all_bytes) return refused('too-large');
  const around = { fields: most_fields, fieldSize: longestField_bytes };
  const form = openForm(type, { ...around, files: limits.files, fileSize: limits.file_bytes });
  if (!form) return refused('broken');
  const fields = new Map<string, string>();
  const files: Arriving<T>[] = [];
  let isTooMany = false;
  form.on('field', (name, value) => fields.set(name, value.replaceAll('\0', '')));
  form.on('filesLimit', () => {
    isTooMany = true;
  });
  form.on('file', (_name, stream, name) => files.push(receive(stream, tidyName(name ?? ''), take)));
  const sender = Readable.fromWeb(body as ReadableStream);
  const end = await pass(sender, form, limits.all_bytes);
  sender.destroy();
  // Who takes them in must not wait for an end that never comes.
  if (end !== 'whole') for (const { stream } of files) stream.destroy(new Error('the form was cut off'));
  const taken = await Promise.allSettled(files.map((file) => file.taken));
  if (end !== 'whole') return refused(end);
  if (isTooMany) return refused('too-many');
  if (taken.some(({ status }) => status === 'rejected')) return refused('broken');
  const received = files.map(({ fileName, isCut }, at) => {
    const { value } = taken[at] as PromiseFulfilledResult<T>;
    return { fileName, taken: isCut ? null : value };
  });
  // A browser sends an empty one where none was chosen.
  const named = received.filter(({ fileName }) => fileName !== '');
  return named.length > 0 ? { type: 'received', files: named, fields } : refused('no-file');
}

function receive<T>(stream: Readable, fileName: string, take: (file: Readable) => Promise<T>): Arriving<T> {
  const file: Arriving<T> = { fileName, stream, taken: take(stream), isCut: false };
  // Who waits for it comes later, and a refusal without anybody listening ends a process.
  file.taken.catch(() => {});
  stream.on('limit', () => {
    file.isCut = true;
  });
  return file;
}

function pass(
  sender: Readable,
  form: NonNullable<ReturnType<typeof openForm>>,
  most_bytes: number,
): Promise<'whole' | 'broken' | 'too-large'> {
  return new Promise((resolve) => {
    let size_bytes = 0;
    sender.on('data', (chunk: Uint8Array) => {
      size_bytes += chunk.length;
      if (size_bytes > most_bytes) resolve('too-large');
    });
    form.on('finish', () => resolve('whole'));
    form.on('error', () => resolve('broken'));
    sender.on('error', () => resolve('broken'));
    sender.pipe(form);
  });
}

function refused(because: 'too-large' | 'too-many' | 'no-file' | 'broken') {
  return { type: 'refused', because } as const;
}
