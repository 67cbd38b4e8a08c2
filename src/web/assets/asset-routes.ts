import { Readable } from 'node:stream';
import { LRUCache } from 'lru-cache';
import { type Asset, findAsset } from '../../domains/assets/index.ts';
import type { Powers } from '../../powers.ts';
import { readCaptions, writeWebVtt } from '../learner/blocks/video/captions.ts';
import { readFilesFrom } from '../learner/render/read-files.ts';
import type { Site, SiteContext } from '../request/site-context.ts';
import { assetHeaders } from './asset-headers.ts';
import { readRange } from './byte-range.ts';

const most_known = 20_000;
const CAPTIONS_BYTES_MAX = 2_000_000;

/** Files of courses by their hash. No session is read: whoever knows the hash has seen a page that names it. */
export function serveAssets(site: Site, powers: Powers): void {
  const known = new LRUCache<string, Asset>({ max: most_known });
  const find = async (hash: string) => {
    if (!/^[0-9a-f]{64}$/.test(hash)) return null;
    const asset = known.get(hash) ?? (await findAsset(powers.database.read('provide'), hash));
    if (asset) known.set(hash, asset);
    return asset;
  };
  site.get('/assets/:hash/captions.vtt', async (c) => {
    const asset = await find(c.req.param('hash'));
    const bytes = asset && (await readFilesFrom(powers.files)(asset.hash, CAPTIONS_BYTES_MAX));
    if (!bytes) return c.notFound();
    return c.body(
      writeWebVtt(readCaptions(new TextDecoder().decode(bytes))),
      200,
      assetHeaders('text/vtt', 'captions.vtt'),
    );
  });
  site.get('/assets/:hash/*', async (c) => {
    const asset = await find(c.req.param('hash'));
    return asset ? sendFile(c, powers, asset, c.req.path.slice(c.req.path.lastIndexOf('/') + 1)) : c.notFound();
  });
}

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
