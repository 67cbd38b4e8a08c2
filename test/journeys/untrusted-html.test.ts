import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawProblem, learnerCopy, readProblem } from '../../src/domains/problems/index.ts';
import { compileProblem, fillProblem, renderAuthorHtml } from '../../src/web/learner/render/index.ts';
import { aPlace } from '../../src/web/learner/render/testing.ts';
import { openBrowser } from '../support/browser.ts';
import { hostileHtml } from './hostile-html.ts';

const files = { 'a.png': 'x', 'page.html': '<script>ran()</script>', 'film.mp4': 'x' };
const place = aPlace(files);
const page_url = 'https://mooc.test/page';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

interface Witness {
  readonly ran: boolean;
  readonly asked: readonly string[];
  readonly trespasses: readonly string[];
}

/** Shows markup without any policy of ours, so that what holds is the markup itself, and pokes at all of it. */
async function show(page: Page, body: string, css: string): Promise<Witness> {
  const asked: string[] = [];
  await page.unrouteAll();
  await page.route('**', (route) => {
    const url = route.request().url();
    if (url === page_url) {
      const html = `<!doctype html><style>${css.replaceAll('</', '<\\/')}</style><main>${body}</main>`;
      return route.fulfill({ contentType: 'text/html', body: html });
    }
    asked.push(url);
    return route.fulfill({ status: 204 });
  });
  await page.goto(page_url);
  const seen = await page.evaluate(pokeAndLook);
  return { ...seen, asked };
}

/** Runs in the page: sends every element the events that handlers wait for, and lists what should not be there. */
async function pokeAndLook(): Promise<{ ran: boolean; trespasses: string[] }> {
  const trespasses: string[] = [];
  const allowedClass =
    /^(?:x-|s-|author|prose|bare-item|scroll-box|missing|foreign-picture|leaves-site|only-heard|click-to-load|maths)/;
  for (const element of document.querySelectorAll('main *')) {
    const name = element.localName;
    for (const { name: key, value } of element.attributes) {
      if (
        /^on/i.test(key) ||
        ['style', 'srcdoc', 'srcset', 'name', 'action', 'formaction', 'ping', 'target'].includes(key)
      ) {
        trespasses.push(`${name}[${key}]`);
      }
      if (key === 'id' && !value.startsWith('x-')) trespasses.push(`${name}#${value}`);
      if (/^(?:href|src|xlink:href)$/.test(key) && !/^(?:https?:\/\/|\/|#|mailto:)/.test(value))
        trespasses.push(`${name}[${key}=${value}]`);
      if (key === 'src' && /^https?:|^\/\//.test(value)) trespasses.push(`${name} from elsewhere`);
      if (key === 'data-behaviour' || (key === 'data-control' && !value.startsWith('content.')))
        trespasses.push(`${name}[${key}]`);
    }
    for (const one of element.classList) if (!allowedClass.test(one)) trespasses.push(`${name}.${one}`);
    if (
      /^(?:script|style|link|meta|base|form|object|embed|applet|template|input|button|portal|fencedframe|frame|frameset)$/.test(
        name,
      )
    ) {
      trespasses.push(name);
    }
    if (name === 'iframe' && element.getAttribute('sandbox') !== 'allow-scripts')
      trespasses.push('iframe without sandbox');
    for (const type of ['mouseover', 'focus', 'toggle', 'animationstart', 'dragstart', 'blur', 'beforetoggle']) {
      element.dispatchEvent(new Event(type, { bubbles: true }));
    }
    element.dispatchEvent(Object.assign(new MouseEvent('click', { bubbles: false, cancelable: true })));
  }
  await new Promise((done) => setTimeout(done, 5));
  return { ran: (window as { hasRun?: boolean }).hasRun === true, trespasses };
}

async function aWitness(): Promise<Page> {
  const page = await browser.newPage();
  await page.addInitScript(() => {
    Object.assign(window, { ran: () => Object.assign(window, { hasRun: true }) });
    // Links are looked at and not followed.
    window.addEventListener('click', (event) => event.preventDefault(), true);
  });
  return page;
}

/** Read again by the browser as `innerHTML`, the markup must say the same: no element in which text turns into markup. */
async function isStable(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const main = document.querySelector('main')!;
    const once = main.innerHTML;
    main.innerHTML = once;
    return main.innerHTML === once;
  });
}

describe('HTML from hostile authors', () => {
  it('runs nothing, asks nobody for anything and takes nothing that is ours', async () => {
    const page = await aWitness();
    const failed: string[] = [];
    for (const attack of hostileHtml) {
      const { html, css } = await renderAuthorHtml(`before ${attack} after`, place);
      const { ran, asked, trespasses } = await show(page, html, css);
      const elsewhere = asked.filter((url) => !/^https:\/\/mooc\.test\/(?:assets|frame)\//.test(url));
      const isHarmless = !ran && elsewhere.length === 0 && trespasses.length === 0 && (await isStable(page));
      if (!isHarmless || /[@]import|url\(|expression|binding|fixed/i.test(css)) {
        failed.push(
          `${attack}\n  ran: ${ran}, asked: ${elsewhere.join(' ')}, found: ${trespasses.join(', ')}\n  ${html}\n  ${css}`,
        );
      }
    }
    await page.close();
    expect(failed.join('\n')).toBe('');
  });

  it('covers and hides nothing beside it, by attributes or by style sheets', async () => {
    const page = await browser.newPage();
    const sheets = await Promise.all(
      ['tokens', 'content'].map((name) => readFile(`src/web/styles/${name}.css`, 'utf8')),
    );
    const huge = 'position:absolute;top:-999px;left:-999px;width:9999px;height:9999px;background:red';
    for (const attack of [
      `<div style="${huge}">x</div>`,
      `<style>.b{${huge}}</style><div class="b">x</div>`,
      '<style>html>body~nav{display:none} html > body + nav{display:none}</style>',
      `<style>html{${huge}} body{display:contents;margin:-999px} div{display:contents} p{${huge}}</style>`,
      '<style>~ nav{display:none} + nav{display:none}</style>',
      '<style>:is(x, html) ~ nav, body ~ *{display:none}</style>',
    ]) {
      const { html, css } = await renderAuthorHtml(`<p>words</p>${attack}`, place);
      const body = `<header>ours</header>${html}<nav>ours</nav>`;
      await page.setContent(`<!doctype html><style>header,nav{height:60px}${sheets.join('')}${css}</style>${body}`);
      const onTop = await page.evaluate(() =>
        ['header', 'nav'].map((name) => {
          const { x, y } = document.querySelector(name)!.getBoundingClientRect();
          return document.elementFromPoint(x + 30, y + 30)?.localName;
        }),
      );
      expect(onTop, attack).toEqual(['header', 'nav']);
    }
    await page.close();
  });

  it('would be seen, were it not cleaned', async () => {
    const page = await aWitness();
    const some = hostileHtml.filter((_, at) => at % 5 === 0);
    let seen = 0;
    for (const attack of some) {
      const failure = { ran: true, asked: [], trespasses: [] };
      const { ran, asked, trespasses } = await show(page, attack, '').catch(() => failure);
      if (ran || asked.length > 0 || trespasses.length > 0) seen++;
    }
    await page.close();
    expect(seen).toBeGreaterThan(some.length * 0.8);
  });

  it('gets nowhere by way of a problem either: its text, its fields, what learners gave', async () => {
    const page = await aWitness();
    const failed: string[] = [];
    let shown = 0;
    for (const attack of [...hostileHtml, ...hostileFields]) {
      const html = await problemHtml(attack);
      if (html === null) continue;
      shown++;
      const { ran, asked } = await show(page, html, '');
      const elsewhere = asked.filter((url) => !/^https:\/\/mooc\.test\/assets\//.test(url));
      const handlers = await page.evaluate(() =>
        [...document.querySelectorAll('main *')].flatMap((element) =>
          element.getAttributeNames().filter((name) => /^on|^style$|^srcdoc$/.test(name)),
        ),
      );
      if (ran || elsewhere.length > 0 || handlers.length > 0)
        failed.push(`${attack}\n  ${elsewhere.join(' ')}\n  ${html}`);
    }
    await page.close();
    expect(failed.join('\n')).toBe('');
    expect(shown).toBeGreaterThan(50);
  });
});

const breakout = '&quot;&gt;&lt;img src=x onerror=ran()&gt;';
const hostileFields = [
  `<optionresponse><optioninput options="('${breakout}','b')" correct="b"/></optionresponse>`,
  `<choiceresponse><checkboxgroup label="${breakout}"><choice name="${breakout}" correct="true">a<script>ran()</script></choice></checkboxgroup></choiceresponse>`,
  `<numericalresponse answer="1"><textline trailing_text="${breakout}" size="${breakout}" label="${breakout}"/></numericalresponse>`,
  `<imageresponse><imageinput src="javascript:ran()" alt="${breakout}" width="9" height="9" rectangle="(1,1)-(2,2)"/></imageresponse>`,
  `<customresponse><drag_and_drop_input img="${breakout}"><draggable id="${breakout}" label="${breakout}" icon="https://evil.test/i.png"/><target id="${breakout}" x="1" y="1" w="1" h="1"/></drag_and_drop_input><answer>x</answer></customresponse>`,
  `<customresponse><jsinput gradefn="${breakout}" html_file="https://evil.test/x.html" get_statefn="${breakout}"/><answer>x</answer></customresponse>`,
];

/** The problem with the attack in it, answered with one; null where the attack is no XML, and so never shown. */
async function problemHtml(attack: string): Promise<string | null> {
  const source = readProblem(
    `<problem><div>${attack}</div><stringresponse answer="x"><label>${attack}</label><textline/></stringresponse></problem>`,
  );
  if (source.type === 'broken') return null;
  const problem = drawProblem(source, 1);
  if (problem.type === 'broken') return null;
  const copy = learnerCopy(problem);
  const given = '"><img src=x onerror=ran()></textarea>';
  const view = {
    blockId: 'problem@"><script>ran()</script>',
    seed: 1,
    answers: Object.fromEntries(copy.inputIds.map((id) => [id, given])),
    marks: {},
    feedback: [],
    score: null,
    possible: 1,
    attempts: { used: 0, max: null },
    closed: null,
    may: { save: false, reset: false, showAnswer: false },
    hints: { count: 0, shown: [] },
    shownAnswers: null,
    due: null,
    refusal: given,
  };
  const frame = { title: given, action: `/learn/x/answer/y?${given}`, words: place.words };
  return fillProblem(await compileProblem(copy, place), view, frame);
}
