import type { Page, Request } from 'playwright-core';

/** What a crawl found that a page may not do unasked, each once: cookies and keys kept, requests made, links that don't say that they leave. */
export interface Found {
  readonly pages: readonly string[];
  readonly cookies: readonly string[];
  readonly stored: readonly string[];
  readonly requests: readonly string[];
  readonly silentLinks: readonly string[];
}

/** What a page is made of. All else (beacons, fetches, sockets) tells somebody something. */
const partsOfPages = new Set(['document', 'stylesheet', 'script', 'font', 'image', 'media', 'texttrack', 'other']);

/** Addresses that are no pages: files, ways to another page, and frames that wait for a click. */
const noPages =
  /^\/(assets|site|frame|api|health|metrics)\/|\.(csv|xml|txt|svg)$|\/(feed|resume|file|jump|unit\/(chapter|sequential))\b/;

/** Of pages that differ only by a random id, or by which kind of data they show, one is enough. */
const oneOfMany = /[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/held\/)\w+/;

const most_pages = 120;

/** Opens these pages, and every page that links lead to from them and that `follows` takes, uses something on each, and leaves it. */
export async function crawl(
  page: Page,
  start: readonly string[],
  follows: (path: string) => boolean = () => true,
): Promise<Found> {
  const { origin } = new URL(await addressOf(page, start[0]!));
  const requests = new Set<string>();
  const stored = new Set<string>();
  const silentLinks = new Set<string>();
  page.context().on('request', (request) => {
    const fault = faultOf(request, origin);
    if (fault) requests.add(fault);
  });
  const waiting = [...start];
  const seen = new Set(start);
  const kinds = new Set<string>();
  while (waiting.length > 0 && seen.size <= most_pages) {
    if (!(await opens(page, waiting.shift()!))) continue;
    const shown = await page.evaluate(lookAndUse);
    for (const key of shown.stored) stored.add(key);
    for (const link of shown.silentLinks) silentLinks.add(link);
    for (const path of shown.paths.filter(follows)) {
      const kind = path.replace(oneOfMany, ':one');
      if (seen.has(path) || noPages.test(path) || kinds.has(kind)) continue;
      seen.add(path);
      kinds.add(kind);
      waiting.push(path);
    }
  }
  if (waiting.length > 0) throw new Error(`more than ${most_pages} pages, the last of them ${waiting.at(-1)}`);
  const cookies = (await page.context().cookies()).map(({ name }) => name);
  return {
    pages: [...seen],
    cookies: [...new Set(cookies)].sort(),
    stored: [...stored].sort(),
    requests: [...requests].sort(),
    silentLinks: [...silentLinks].sort(),
  };
}

/** Opens a page; a file that is saved instead is none. */
async function opens(page: Page, path: string): Promise<boolean> {
  try {
    await page.goto(path);
    return true;
  } catch (error) {
    if (String(error).includes('Download is starting')) return false;
    throw error;
  }
}

async function addressOf(page: Page, path: string): Promise<string> {
  await page.goto(path);
  return page.url();
}

function faultOf(request: Request, origin: string): string | null {
  const url = new URL(request.url());
  if (url.protocol === 'data:' || url.protocol === 'blob:') return null;
  if (url.origin !== origin) return `${url.origin} is told`;
  const isPart = request.method() === 'GET' && partsOfPages.has(request.resourceType());
  return isPart ? null : `${request.method()} ${url.pathname}`;
}

/** In the browser: what is kept, where links lead; then each control is used without going anywhere, and the page left. */
async function lookAndUse() {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')];
  const paths = links
    .filter((link) => link.origin === location.origin && !link.download && link.dataset.loadFrame === undefined)
    .map((link) => link.pathname);
  const silentLinks = links
    .filter((link) => /^https?:$/.test(link.protocol) && link.origin !== location.origin)
    .filter(
      (link) => !link.classList.contains('leaves-site') || !link.querySelector('.only-heard')?.textContent?.trim(),
    )
    .map((link) => `${location.pathname}: ${link.href}`);
  addEventListener('click', (event) => event.preventDefault());
  document.querySelector<HTMLElement>('main [data-control], [data-control]')?.click();
  dispatchEvent(new Event('pagehide'));
  const kept: string[] = [];
  for (const [name, storage] of Object.entries({ localStorage, sessionStorage })) {
    for (const key of Object.keys(storage)) kept.push(`${name} ${key}`);
  }
  for (const { name } of await indexedDB.databases()) kept.push(`indexedDB ${name}`);
  for (const name of await caches.keys()) kept.push(`caches ${name}`);
  return { paths: [...new Set(paths)], stored: kept, silentLinks };
}
