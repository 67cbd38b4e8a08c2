import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { extract } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderAuthorHtml } from '../../src/web/learner/render/index.ts';
import { aPlace } from '../../src/web/learner/render/testing.ts';
import { openBrowser } from '../support/browser.ts';

const corpus = path.resolve('../shared/courses');
const courses = ['demo-2026', 'math-percent-fi', 'acm-las-2016', 'dhis2-intro'];
const UNITS = 10;

/** What authors set that stays out on purpose: it could cover what is ours, load files, or hurt. */
const keptOut = new Set([
  'position',
  'z-index',
  'transition',
  'transform',
  'cursor',
  'filter',
  'background-image',
  'pointer-events',
  'color-scheme',
  'alignment-baseline',
  // Too new for the grammar that values are checked by.
  'text-justify',
]);

/** The texts of a course with the most `style` attributes. */
async function styledTexts(course: string): Promise<readonly string[]> {
  const entries = extract();
  createReadStream(path.join(corpus, `${course}.tar.gz`))
    .pipe(createGunzip())
    .pipe(entries);
  const texts: string[] = [];
  for await (const entry of entries) {
    const isText = /\/html\/[^/]+\.html$/.test(entry.header.name);
    if (isText) texts.push(await text(entry as AsyncIterable<unknown> as AsyncIterable<Uint8Array>));
    else entry.resume();
  }
  const weight = (html: string) => new Set(html.match(/style="[^"]*"/g)).size;
  return texts.sort((a, b) => weight(b) - weight(a)).slice(0, 3);
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Difference {
  readonly property: string;
  readonly wanted: string;
  readonly got: string;
}

/** Runs in the page: each marked element with the author's style as it was written, and with our class instead. */
function compare(styles: readonly string[]): {
  readonly compared: number;
  readonly differences: readonly Difference[];
} {
  const differences: Difference[] = [];
  let compared = 0;
  for (const [at, written] of styles.entries()) {
    const element = document.getElementById(`x-probe-${at}`);
    if (!element || element instanceof SVGElement) continue;
    const got = { ...valuesOf(element, written) };
    const ours = element.className;
    element.className = [...element.classList].filter((name) => !name.startsWith('s-')).join(' ');
    element.style.cssText = written;
    const wanted = valuesOf(element, written);
    element.style.cssText = '';
    element.className = ours;
    for (const [property, value] of Object.entries(wanted)) {
      compared++;
      if (got[property] !== value) differences.push({ property, wanted: value, got: got[property] ?? '' });
    }
  }
  return { compared, differences };

  function valuesOf(element: Element, style: string): Record<string, string> {
    const probe = document.createElement('div');
    probe.style.cssText = style;
    const computed = getComputedStyle(element);
    return Object.fromEntries([...probe.style].map((property) => [property, computed.getPropertyValue(property)]));
  }
}

describe.skipIf(!existsSync(corpus))('authors’ styles as classes (skipped where ../shared/courses is absent)', () => {
  it('come out of ten real units as the attributes would have', async () => {
    const page = await browser.newPage({ colorScheme: 'light' });
    const place = aPlace();
    const texts = (await Promise.all(courses.map(styledTexts))).flat().slice(0, UNITS);
    expect(texts).toHaveLength(UNITS);
    let compared = 0;
    const differences: Difference[] = [];
    for (const source of texts) {
      const styles: string[] = [];
      const marked = source.replace(
        /<(\w+)(\s[^<>]*?)?\sstyle="([^"]*)"/g,
        (_, tag: string, rest = '', style: string) => {
          return `<${tag} id="probe-${styles.push(style.replaceAll('&quot;', '"')) - 1}"${rest} style="${style}"`;
        },
      );
      const { html, css } = await renderAuthorHtml(marked, place);
      await page.setContent(`<!doctype html><style>:root{color-scheme:light}${css}</style>${html}`);
      const found = await page.evaluate(compare, styles);
      compared += found.compared;
      differences.push(...found.differences.filter(({ property }) => !keptOut.has(property)));
    }
    await page.close();
    expect([...new Set(differences.map((d) => `${d.property}: ${d.wanted} not ${d.got}`))]).toEqual([]);
    expect(compared).toBeGreaterThan(200);
  });
});
