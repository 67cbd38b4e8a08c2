import { Readable } from 'node:stream';
import type { Asset } from '../../domains/assets/index.ts';
import type { Powers } from '../../powers.ts';
import type { SiteContext } from '../request/site-context.ts';
import { assetHeaders } from './asset-headers.ts';
import { readRange } from './byte-range.ts';

/** A file, or the part of it that was asked for. */
export async function sendFile(
  c: SiteContext,
  { files }: Pick<Powers, 'files'>,
  { hash, size_bytes, mediaType }: Asset,
  name: string,
): Promise<Response> {
  for (const [header, value] of Object.entries(assetHeaders(mediaType, name))) c.header(header, value);
  c.header('etag', `"${hash}"`);
  if (c.req.header('if-none-match') === `"${hash}"`) return c.body(null, 304);
  const range = readRange(c.req.header('range'), size_bytes);
  if (range === 'unsatisfiable') {
    c.header('content-range', `bytes */${size_bytes}`);
    return c.body(null, 416);
  }
  const stream = await files.open(hash, range ?? undefined);
  if (!stream) return c.notFound();
  c.header('content-length', String(range ? range.end - range.start + 1 : size_bytes));
  if (range) c.header('content-range', `bytes ${range.start}-${range.end}/${size_bytes}`);
  if (c.req.method === 'HEAD') {
    stream.destroy();
    return c.body(null, 200);
  }
  return c.body(Readable.toWeb(stream) as ReadableStream, range ? 206 : 200);
}
