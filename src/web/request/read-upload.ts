import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import type { SiteContext } from './site-context.ts';

/** What a form with one file sent. */
export type Upload =
  | {
      readonly type: 'received';
      /** The file's own name, for people to know it by; nothing is ever called so on a disk. */
      readonly fileName: string;
      readonly size_bytes: number;
      /** The other fields, of those that stand before the file in the form. */
      readonly fields: ReadonlyMap<string, string>;
    }
  | { readonly type: 'refused'; readonly because: 'too-large' | 'no-file' | 'broken' };

const longestField_bytes = 10_000;
const longestName_chars = 200;

/**
 * Reads a form with one file as it comes in: the file goes through `take` and is never whole in memory here. What is larger
 * than the limit is refused before it is read where its length is said, else as soon as it is.
 */
export async function readUpload(
  c: SiteContext,
  limit_bytes: number,
  take: (file: Readable) => Promise<void>,
): Promise<Upload> {
  const type = c.req.header('content-type') ?? '';
  const { body } = c.req.raw;
  if (!body || !/^multipart\/form-data\s*;/i.test(type)) return refused('no-file');
  if (Number(c.req.header('content-length') ?? 0) > limit_bytes + 20 * longestField_bytes) return refused('too-large');
  const sender = Readable.fromWeb(body as ReadableStream);
  try {
    return await receive(sender, type, limit_bytes, take);
  } catch {
    return refused('broken');
  } finally {
    sender.destroy();
  }
}

function receive(
  sender: Readable,
  type: string,
  limit_bytes: number,
  take: (file: Readable) => Promise<void>,
): Promise<Upload> {
  const fields = new Map<string, string>();
  const limits = { files: 1, fields: 20, fieldSize: longestField_bytes, fileSize: limit_bytes, headerPairs: 20 };
  const form = new Busboy({ headers: { 'content-type': type }, limits });
  let file: { stream: Readable; name: string; size: number; isCut: boolean; taken: Promise<void> } | null = null;
  return new Promise((resolve, reject) => {
    form.on('field', (name, value) => fields.set(name, value.replaceAll('\0', '')));
    form.on('file', (_name, stream, name) => {
      const arriving = { stream, name: tidyName(name), size: 0, isCut: false, taken: Promise.resolve() };
      file = arriving;
      stream.on('data', (chunk: Buffer) => {
        arriving.size += chunk.length;
      });
      stream.on('limit', () => {
        arriving.isCut = true;
        resolve(refused('too-large'));
      });
      arriving.taken = take(stream);
      arriving.taken.catch(reject);
    });
    form.on('error', reject);
    sender.on('error', (error) => {
      // Who writes the file away must not wait for an end that never comes.
      file?.stream.destroy(error);
      reject(error);
    });
    form.on('finish', () => {
      if (!file || (file.size === 0 && file.name === '')) return resolve(refused('no-file'));
      const { name, size, isCut, taken } = file;
      if (isCut) return resolve(refused('too-large'));
      taken.then(() => resolve({ type: 'received', fileName: name, size_bytes: size, fields }), reject);
    });
    sender.pipe(form);
  });
}

function refused(because: 'too-large' | 'no-file' | 'broken'): Upload {
  return { type: 'refused', because };
}

/** The last part of a path, without what doesn't belong into a line of text. */
function tidyName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1)!;
  return last
    .replace(/[\p{Cc}\p{Bidi_C}]/gu, '')
    .trim()
    .slice(0, longestName_chars);
}
