import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Config, readConfig } from '../../src/config.ts';
import { createMetrics } from '../../src/domains/ops/index.ts';
import type { MailingSender } from '../../src/domains/outreach/index.ts';
import { buildDomains, wire } from '../../src/house.ts';
import { type Clock, systemClock } from '../../src/kernel/clock.ts';
import { createLog } from '../../src/kernel/log/log.ts';
import { map } from '../../src/map.ts';
import { placesIn } from '../../src/places.ts';
import type { Powers } from '../../src/powers.ts';
import type { BrowserFiles } from '../../src/web/request/browser-files.ts';
import type { Site } from '../../src/web/request/site-context.ts';
import { createSite } from '../../src/web/site.tsx';
import { aDatabase, type TestDatabase } from './test-database.ts';

/** The whole site without a socket, on a database of its own. Close it in `afterAll`. */
export interface SiteApp {
  readonly powers: Powers;
  readonly database: TestDatabase;
  readonly site: Site;
  /** A browser of its own, with its own cookies. */
  browser(headers?: Readonly<Record<string, string>>): TestBrowser;
  /** What the log said of faults. */
  faults(): string;
  close(): Promise<void>;
}

/** As much of a browser as forms need: it keeps cookies and says where it comes from. It follows no redirect by itself. */
export interface TestBrowser {
  get(address: string): Promise<Response>;
  post(
    address: string,
    form?: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** Sends a text as scripts do. */
  send(address: string, text: string): Promise<Response>;
  cookie(): string;
}

const origin = 'https://mooc.test';

const noBrowserFiles: BrowserFiles = {
  assets: { styles: [], script: (name) => `/site/${name}.js` },
  files: new Map(),
};

export async function aSiteApp(
  options: {
    clock?: Clock;
    config?: Partial<Config>;
    /** Sends mailings; without it the site has no mail server. */
    mailings?: (database: TestDatabase) => MailingSender;
  } = {},
): Promise<SiteApp> {
  const { clock = systemClock } = options;
  const database = await aDatabase({ clock });
  const folder = mkdtempSync(path.join(tmpdir(), 'mooc-site-'));
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const metrics = createMetrics();
  const log = createLog({ write, now: clock, isTerminal: false, onFault: metrics.countFault });
  const config: Config = { ...readConfig({ SITE_URL: origin, MOOC_DATA: folder }), ...options.config };
  // Python's snapshot is the same for all tests, and takes seconds to make.
  const places = { ...placesIn(folder), pythonSnapshot: path.join(tmpdir(), 'mooc-test-python') };
  const domains = buildDomains(config, places, database, log);
  const powers: Powers = {
    config,
    database,
    log,
    map,
    metrics,
    ...domains,
    mailings: options.mailings?.(database) ?? null,
  };
  wire(database.switchboard, places, database, { ...domains, mail: null });
  const site = createSite(powers, noBrowserFiles);
  return {
    powers,
    database,
    site,
    browser: (headers = {}) => aBrowser((request) => site.fetch(request), headers),
    faults: () =>
      said
        .split('\n')
        .filter((line) => line !== '' && !line.includes('"level":"info"'))
        .join('\n'),
    async close() {
      await powers.imports.close();
      await powers.learning.close();
      await powers.intake.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function aBrowser(
  ask: (request: Request) => Response | Promise<Response>,
  headers: Readonly<Record<string, string>>,
): TestBrowser {
  const cookies = new Map<string, string>();
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const send = async (address: string, init: RequestInit) => {
    const own = { ...headers, ...(cookies.size > 0 ? { cookie: cookie() } : {}) };
    const response = await ask(
      new Request(new URL(address, origin), { ...init, headers: { ...own, ...init.headers } }),
    );
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookie,
    get: (address) => send(address, {}),
    send: (address, body) => send(address, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body }),
    post: (address, form = {}, more = {}) =>
      send(address, {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', ...more },
        body: new URLSearchParams(form),
      }),
  };
}
