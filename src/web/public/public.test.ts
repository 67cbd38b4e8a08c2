import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSiteApp, type SiteApp } from '../../../test/support/test-site-app.ts';
import { importCourse } from '../../domains/exchange/index.ts';
import { aCourse, type CourseSource, writeCourseFolder } from '../../domains/exchange/testing.ts';
import { aPerson, testPassword } from '../../domains/identity/testing.ts';
import { describeOrganisation } from '../../domains/organisations/index.ts';
import { pageNameOf, pages } from '../pages.ts';
import { urls } from '../urls.ts';

let app: SiteApp;
const now = new Date('2026-11-24T12:00:00Z');

beforeAll(async () => {
  app = await aSiteApp({ clock: () => now });
  await publish('LakeU', 'Physics', {
    course: { display_name: 'Physics of Rivers', language: 'en', start: '"2026-01-01T00:00:00Z"' },
    about: {
      short_description: 'How <b>water</b> moves',
      overview: '<h2>Why</h2><p style="color: #0a6e4f">Because.</p><script>alert(1)</script>',
    },
  });
  await publish('LakeU', 'Energie', {
    course: { display_name: 'Énergie et climat', language: 'fr', start: '"2027-02-01T00:00:00Z"' },
    about: { subject: 'Climate' },
  });
  await publish('Coast', 'Python', {
    course: { display_name: 'Python <for> fishers', start: '"2020-01-01T00:00:00Z"', end: '"2021-01-01T00:00:00Z"' },
  });
});
afterAll(() => app.close());

/** Imports and publishes a small course with these settings and about texts. */
async function publish(
  org: string,
  number: string,
  given: { readonly course: Readonly<Record<string, string>>; readonly about?: Readonly<Record<string, string>> },
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mooc-course-'));
  const attributes = Object.entries(given.course).map(
    ([name, value]) => `${name}="${value.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`,
  );
  const files: CourseSource = {
    'course/2031.xml': `<course ${attributes.join(' ')}><chapter url_name="one"/></course>\n`,
    'policies/2031/policy.json': '{}',
    ...Object.fromEntries(Object.entries(given.about ?? {}).map(([name, html]) => [`about/${name}.html`, html])),
  };
  writeCourseFolder(folder, aCourse({ files }));
  await importCourse(app.powers, folder, {
    org,
    number,
    run: '2031',
    publish: true,
    author: null,
    onProgress: () => {},
  });
  rmSync(folder, { recursive: true });
}

const titles = ['Physics of Rivers', 'Énergie et climat', 'Python &lt;for> fishers'];

/** The titles that the catalogue shows, in its order. */
async function find(query: Readonly<Record<string, string>>): Promise<string[]> {
  const page = await app.browser().get(`${urls.courses()}?${new URLSearchParams(query)}`);
  const html = await page.text();
  return titles.filter((title) => html.includes(title)).sort((a, b) => html.indexOf(a) - html.indexOf(b));
}

describe('the catalogue', () => {
  it('finds by words, with typing errors, without accents and case', async () => {
    expect(await find({ q: 'physics' })).toEqual(['Physics of Rivers']);
    expect(await find({ q: 'phisycs' })).toEqual(['Physics of Rivers']);
    expect(await find({ q: 'ENERGIE klimat' })).toEqual(['Énergie et climat']);
    expect(await find({ q: 'water' })).toEqual(['Physics of Rivers']);
    expect(await find({ q: 'pyhton' })).toEqual(['Python &lt;for> fishers']);
    expect(await find({ q: 'zebra' })).toEqual([]);
  });

  it('narrows by organisation, language, subject and start', async () => {
    expect(await find({ organisation: 'Coast' })).toEqual(['Python &lt;for> fishers']);
    expect(await find({ language: 'fr' })).toEqual(['Énergie et climat']);
    expect(await find({ subject: 'Climate' })).toEqual(['Énergie et climat']);
    expect(await find({ start: 'open' })).toEqual(['Physics of Rivers']);
    expect(await find({ start: 'later' })).toEqual(['Énergie et climat']);
    expect(await find({ start: 'ended' })).toEqual(['Python &lt;for> fishers']);
  });

  it('takes whatever stands in its address, and shows it as text alone', async () => {
    for (const query of [
      '?page=-1',
      '?page=999',
      '?start=never',
      '?q=%27%22%3Cscript%3E',
      `?q=${'x'.repeat(5000)}`,
      '?q=%25_%5C',
    ]) {
      const answer = await app.browser().get(`${urls.courses()}${query}`);
      expect(answer.status).toBe(200);
      expect(await answer.text()).not.toContain('<script>');
    }
    expect(app.faults()).toBe('');
  });

  it('lists a course once it is published, and shows its new title when it is published again', async () => {
    await publish('LakeU', 'Later', { course: { display_name: 'First title' } });
    expect(await (await app.browser().get('/courses?q=first')).text()).toContain('First title');
    await publish('LakeU', 'Later', { course: { display_name: 'Second title' } });
    const html = await (await app.browser().get('/courses')).text();
    expect(html).toContain('Second title');
    expect(html).not.toContain('First title');
  });
});

describe('the page of a course', () => {
  const course = urls.course('course-v1:LakeU+Physics+2031');

  it('says what it is, makes the author’s words safe, and asks strangers to sign in', async () => {
    const html = await (await app.browser().get(course)).text();
    expect(html).toContain('<h3>Why</h3>');
    expect(html).not.toContain('alert(1)');
    expect(html).toContain(urls.signIn(course));
    expect(html).toContain('January 1, 2026 at 12:00 AM UTC');
  });

  it('offers to enrol to who is signed in, in their own zone', async () => {
    await aPerson(app.database, { email: 'ada@lake.example' });
    const browser = app.browser();
    await browser.post(urls.signIn(), { email: 'ada@lake.example', password: testPassword });
    await browser.post(urls.profile(), {
      name: 'Ada',
      birthYear: '',
      gender: '',
      occupation: '',
      country: '',
      language: '',
      timeZone: 'America/New_York',
    });
    const html = await (await browser.get(course)).text();
    expect(html).toContain(`action="${urls.enrol('course-v1:LakeU+Physics+2031')}"`);
    expect(html).toContain('December 31, 2025 at 7:00 PM EST');
  });

  it('keeps the author’s colours in a style sheet of its own', async () => {
    const html = await (await app.browser().get(course)).text();
    expect(html).not.toContain('style="');
    const [, sheet = ''] = /<link rel="stylesheet" href="(\/assets\/[^"]+)"/.exec(html) ?? [];
    expect(await (await app.browser().get(sheet)).text()).toContain('color:#0a6e4f');
  });

  it('is not there for what is not published', async () => {
    expect((await app.browser().get(urls.course('course-v1:No+Such+Course'))).status).toBe(404);
    expect((await app.browser().get('/courses/%00')).status).toBe(404);
    expect((await app.browser().get('/courses/%E0%A4%A')).status).toBe(404);
  });
});

describe('organisations, documents and maps', () => {
  it('shows an organisation with its courses', async () => {
    await app.database.write('provide', (w) =>
      describeOrganisation(w, {
        key: 'Coast',
        kind: 'business',
        name: 'The Coast',
        description: 'By the <sea>',
        logoHash: null,
        accent: null,
      }),
    );
    const html = await (await app.browser().get(urls.organisation('coast'))).text();
    expect(html).toContain('The Coast');
    expect(html).toContain('By the &lt;sea>');
    expect(html).toContain('Python');
    expect((await app.browser().get(urls.organisation('Nobody'))).status).toBe(404);
  });

  it('shows each document with its day, its clauses by anchor and its versions', async () => {
    for (const kind of ['privacy', 'terms', 'honor-code'] as const) {
      const document = app.powers.documents.currentDocument(kind, now);
      const html = await (await app.browser().get(urls.document(kind))).text();
      for (const { id } of document.clauses) expect(html).toContain(`id="${id}"`);
      expect(html).toContain(urls.documentVersion(kind, document.version));
    }
    expect((await app.browser().get('/documents/secrets')).status).toBe(404);
    expect((await app.browser().get('/documents/privacy/1999-01-01')).status).toBe(404);
  });

  it('tells search engines what is public', async () => {
    const map = await (await app.browser().get(urls.sitemap())).text();
    expect(map).toContain(`<loc>https://mooc.test${urls.course('course-v1:LakeU+Physics+2031')}</loc>`);
    expect(await (await app.browser().get(urls.robots())).text()).toContain('Sitemap: https://mooc.test/sitemap.xml');
  });

  it('answers what is not there with a page, under the strict policy', async () => {
    const answer = await app.browser().get('/nowhere');
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe');
    expect(await answer.text()).toContain('<h1');
  });
});

describe('what is recorded', () => {
  const events = async () => {
    await app.powers.intake.flush();
    return app.database.asOwner<{ type: string; person_id: string | null; place: number | null; data: object }>(
      'select type, person_id, place, data from event order by id',
    );
  };

  it('is nothing before somebody took note, single events until their yes, then each page in order', async () => {
    await aPerson(app.database, { email: 'ben@lake.example', name: 'Ben' });
    const browser = app.browser();
    await browser.post(urls.signIn(), { email: 'ben@lake.example', password: testPassword });
    await app.database.asOwner('truncate event cascade');
    await browser.get(urls.home());
    expect((await events()).filter((event) => event.person_id)).toEqual([]);

    await browser.post(urls.acknowledge(), { next: '/' });
    await browser.get(urls.home());
    expect((await events()).filter((event) => event.person_id)).toEqual([]);
    expect(await events()).toMatchObject([{ type: 'page.visited', place: null }]);

    await browser.post(urls.choices(), { use: 'improve', answer: 'yes' });
    await browser.get(urls.home());
    await browser.get(urls.course('course-v1:LakeU+Physics+2031'));
    const recorded = (await events()).filter((event) => event.person_id);
    expect(recorded.map(({ type, place, data }) => ({ type, place, data }))).toEqual([
      { type: 'page.visited', place: 1, data: { page: 'home' } },
      { type: 'page.visited', place: 2, data: { page: 'courses.course-key' } },
    ]);
  });

  it('is tied to nobody for visitors, and for who objects', async () => {
    await app.database.asOwner('truncate event cascade');
    await app.browser().get(urls.courses());
    const browser = app.browser({ 'sec-gpc': '1' });
    await browser.post(urls.signIn(), { email: 'ben@lake.example', password: testPassword });
    await browser.get(urls.courses());
    expect((await events()).map(({ type, person_id, place }) => ({ type, person_id, place }))).toEqual([
      { type: 'page.visited', person_id: null, place: null },
      { type: 'page.visited', person_id: null, place: null },
    ]);
  });

  it('takes declared controls from browsers, and refuses the rest by key', async () => {
    await app.database.asOwner('truncate event cascade');
    const browser = app.browser();
    await browser.post(urls.signIn(), { email: 'ben@lake.example', password: testPassword });
    const post = (body: string) => browser.send(urls.events(), body);
    expect((await post('[{"type":"control.used","data":{"control":"site.courses"}}]')).status).toBe(204);
    const refused = await post('[{"type":"control.used","data":{"control":"made.up","typed":"my secret"}}]');
    expect(refused.status).toBe(422);
    expect(await refused.text()).not.toContain('my secret');
    expect((await post('[{"type":"page.visited","data":{"page":"home"}}]')).status).toBe(422);
    expect((await post('nonsense')).status).toBe(400);
    expect((await events()).map((event) => event.type)).toEqual(['control.used']);
  });

  it('names every page that can be opened', async () => {
    const declared = new Set<string>(pages);
    const shown = app.site.routes
      .filter(({ method, path: address }) => method === 'GET' && !address.includes('*') && !notPages.test(address))
      .map(({ path: address }) => pageNameOf(address));
    expect(shown.filter((page) => !declared.has(page))).toEqual([]);
  });
});

/** What answers with no page: files, styles, health, frames, what programs ask for; and redirects. */
const notPages =
  /^\/(assets|site|health|metrics|frame|ui$|favicon|robots|sitemap|learn\/style|theme|press\/feed|\.well-known|ledger\/)|\.(csv|jsonld)$|\/(resume|jump\/:name|details|signed-in)$|\/file\/:name|^\/studio\/.*(\/static\/:name|\/frame)/;
