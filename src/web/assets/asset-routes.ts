import { LRUCache } from 'lru-cache';
import { type Asset, findAsset, readStart } from '../../domains/assets/index.ts';
import type { Powers } from '../../powers.ts';
import { readCaptions, writeWebVtt } from '../learner/blocks/video/captions.ts';
import type { Site } from '../request/site-context.ts';
import { assetHeaders } from './asset-headers.ts';
import { sendFile } from './send-file.ts';

const most_known = 20_000;
const mostCaptions_bytes = 2_000_000;

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
    const bytes = asset && (await readStart(powers.files, asset.hash, mostCaptions_bytes));
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
