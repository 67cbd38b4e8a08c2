import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { BrowserAssets, Site } from './site-context.ts';

/** The built files of the browser's side, whole in memory: a few hundred kilobytes, served for ever under a hash. */
export interface BrowserFiles {
  readonly assets: BrowserAssets;
  readonly files: ReadonlyMap<
    string,
    {
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly brotli: Uint8Array<ArrayBuffer> | null;
      readonly mediaType: string;
    }
  >;
}

interface ManifestEntry {
  readonly file: string;
  readonly src?: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

const base = '/site/';

/** Reads what `vite.browser.ts` built into `folder`. */
export function loadBrowserFiles(folder: string): BrowserFiles {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<
    string,
    ManifestEntry
  >;
  const entries = Object.values(manifest);
  const scripts = new Map(
    entries.filter((e) => e.isEntry && e.file.endsWith('.js')).map((e) => [e.name ?? '', base + e.file]),
  );
  const styles = entries.filter((e) => e.isEntry && e.file.endsWith('.css')).map((e) => base + e.file);
  const names = new Set(entries.flatMap((e) => [e.file, ...(e.css ?? []), ...(e.assets ?? [])]));
  return {
    assets: {
      styles,
      script(name) {
        const address = scripts.get(name);
        if (!address) throw new Error(`there is no behaviour '${name}'`);
        return address;
      },
    },
    files: new Map([...names].map((name) => [base + name, readBrowserFile(path.join(folder, name))])),
  };
}

function readBrowserFile(file: string) {
  const bytes = new Uint8Array(readFileSync(file));
  const mediaType = mediaTypes[path.extname(file)] ?? 'application/octet-stream';
  const isText = /^text|svg/.test(mediaType);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  return { bytes, mediaType, brotli: isText ? new Uint8Array(brotliCompressSync(bytes, quality)) : null };
}

export function serveBrowserFiles(site: Site, { files }: BrowserFiles): void {
  site.get(`${base}*`, (c) => {
    const file = files.get(c.req.path);
    if (!file) return c.notFound();
    const compressed = file.brotli && c.req.header('accept-encoding')?.includes('br') ? file.brotli : null;
    c.header('content-type', file.mediaType);
    c.header('cache-control', 'public, max-age=31536000, immutable');
    c.header('access-control-allow-origin', '*');
    c.header('vary', 'accept-encoding');
    if (compressed) c.header('content-encoding', 'br');
    return c.body(compressed ?? file.bytes);
  });
}
