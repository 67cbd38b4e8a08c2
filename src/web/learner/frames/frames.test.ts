import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../../test/support/test-site-app.ts';
import { createVersionCache, findFile, getDraftVersion } from '../../../domains/courses/index.ts';
import { enrol } from '../../../domains/enrolment/index.ts';
import { importCourse } from '../../../domains/exchange/index.ts';
import { aCourse, writeCourseFolder } from '../../../domains/exchange/testing.ts';
import { ensurePerson } from '../../../domains/identity/index.ts';
import { urls } from '../../urls.ts';

const password = 'a walk along the river';
const program = `<p id="p">Tide table</p><img src="/static/pond.png"><script src="/static/tide.js"></script>
  <script src="https://cdn.example/lib.js"></script>`;
const course = aCourse({
  units: {
    welcome: `<html url_name="tide"/><html url_name="old"/><html url_name="own"/><html url_name="words"><p>Words</p></html>
      <video url_name="film" html5_sources='["https://films.example/a.mp4"]'/><html url_name="odd"/>
      <video url_name="odd_film" html5_sources='["https://x;script-src-elem/a.mp4", "https://*/b.mp4"]'/>`,
  },
  files: {
    'html/old.xml': '<html filename="old"/>',
    'html/old.html': '<p id="p">x</p><script>$("#p").hide();</script>',
    'html/own.xml': '<html filename="own"/>',
    'html/own.html': '<p>x</p><script src="/static/jquery.min.js"></script><script>$("p")</script>',
    'html/odd.xml': '<html filename="odd"/>',
    'html/odd.html': `<script src="https://x;form-action/a.js"></script><script src="https://*/b.js"></script>
      <img src="\\\\["><script src="https://evil'x/a.js"></script>${'<script src="'.repeat(3_000)}`,
    'html/tide.xml': '<html filename="tide" display_name="Tides"/>',
    'html/tide.html': program,
    'static/pond.png': Buffer.from('\x89PNG\r\n\x1a\n0123456789', 'latin1'),
    'static/tide.js': 'document.title = "x";',
    'static/tool/index.html': '<script src="../tide.js"></script>',
    'static/page.html': '<script src="tide.js"></script>',
    'static/secret.txt': 'for the course only',
    'static/words.srt': '1\n00:00:01,000 --> 00:00:02,000\nWater\n',
    'policies/assets.json': '{"secret.txt": {"locked": true}}',
  },
});

let app: SiteApp;
let folder: string;
let courseKey: string;
let ada: TestBrowser;
let stranger: TestBrowser;

beforeAll(async () => {
  app = await aSiteApp();
  folder = writeCourseFolder(mkdtempSync(path.join(tmpdir(), 'mooc-frames-')), course);
  const ground = { database: app.database, files: app.powers.files };
  ({ courseKey } = await importCourse(ground, folder, { publish: true, author: null, onProgress: () => {} }));
  const email = 'ada@lake.example';
  const id = await app.database.write('secure', (w) =>
    ensurePerson(w, { email, name: 'Ada', password, isOperator: false }),
  );
  await app.database.write('provide', (w) =>
    enrol(w, id, { courseKey, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null }),
  );
  stranger = app.browser();
  ada = app.browser();
  await ada.post(urls.signIn(), { email, password });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function addressOf(name: string): Promise<string> {
  const version = await getDraftVersion(app.database.read('provide'), createVersionCache(), courseKey);
  const file = findFile(version!.files, name)!;
  return urls.asset(file.hash, file.name);
}

describe('a program of an author', () => {
  it('comes in a sandbox that may load the course’s own files only', async () => {
    const response = await ada.get(urls.frame(courseKey, 'html@tide'));
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).toMatch(/^sandbox allow-scripts(?!.*allow-same-origin)/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('cdn.example');
    const html = await response.text();
    expect(html).toContain(`src="${await addressOf('tide.js')}"`);
    expect(html).toContain(`src="${await addressOf('pond.png')}"`);
  });

  it('lets other hosts in by the reader’s click alone', async () => {
    const response = await ada.get(`${urls.frame(courseKey, 'html@tide')}?with=others`);
    expect(response.headers.get('content-security-policy')).toContain('https://cdn.example');
  });

  it('finds jQuery, as on Open edX, unless it brings its own', async () => {
    const html = await (await ada.get(urls.frame(courseKey, 'html@old'))).text();
    expect(html).toContain(`<script src="${urls.frameJQuery()}"></script>`);
    expect(await (await stranger.get(urls.frameJQuery())).text()).toContain('jQuery');
    expect(await (await ada.get(urls.frame(courseKey, 'html@own'))).text()).not.toContain(urls.frameJQuery());
  });

  it('may be written to wear us out, or to widen its policy', async () => {
    const response = await ada.get(`${urls.frame(courseKey, 'html@odd')}?with=others`);
    expect(response.status).toBe(200);
    const policy = response.headers.get('content-security-policy')!;
    expect(policy).not.toMatch(/evil|\*/);
    expect(policy).toContain("form-action 'none'");
    const film = await ada.get(urls.videoFrame(courseKey, 'video@odd_film'));
    expect(film.headers.get('content-security-policy')).toMatch(/media-src {2}'self';/);
  });

  it('in a file finds what it names beside itself', async () => {
    const html = await (await ada.get(urls.fileFrame(courseKey, 'page.html'))).text();
    expect(html).toContain(`src="${await addressOf('tide.js')}"`);
    const below = await (await ada.get(urls.fileFrame(courseKey, 'tool/index.html'))).text();
    expect(below).toContain(`src="${await addressOf('tide.js')}"`);
  });

  it('is for those who may see the course', async () => {
    expect((await stranger.get(urls.frame(courseKey, 'html@tide'))).status).toBe(404);
    expect((await stranger.get(urls.fileFrame(courseKey, 'page.html'))).status).toBe(404);
    expect((await ada.get(urls.frame(courseKey, 'html@gone'))).status).toBe(404);
    expect((await ada.get(urls.fileFrame(courseKey, 'secret.txt'))).status).toBe(404);
  });
});

describe('a film from elsewhere', () => {
  it('plays on a page that may load it from there and nothing else', async () => {
    const response = await ada.get(urls.videoFrame(courseKey, 'video@film'));
    expect(response.headers.get('content-security-policy')).toContain('media-src https://films.example');
    expect(await response.text()).toContain('<source src="https://films.example/a.mp4">');
    const youTube = await stranger.get(urls.youTubeFrame('abcdefghijk'));
    expect(youTube.headers.get('content-security-policy')).toContain('frame-src https://www.youtube-nocookie.com;');
    expect((await stranger.get('/frame/youtube/x%22onload=1')).status).toBe(404);
  });
});

describe('a file of a course', () => {
  it('goes out for ever, with its type, and in parts', async () => {
    const address = await addressOf('pond.png');
    const whole = await stranger.get(address);
    expect(whole.headers.get('content-type')).toBe('image/png');
    expect(whole.headers.get('cache-control')).toContain('immutable');
    expect(whole.headers.get('access-control-allow-origin')).toBe('*');
    expect(await whole.text()).toHaveLength(18);
    const ask = (range: string) => app.site.request(address, { headers: { range } });
    const part = await ask('bytes=8-11');
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 8-11/18', '0123']);
    expect(await (await ask('bytes=-3')).text()).toBe('789');
    expect((await ask('bytes=18-')).status).toBe(416);
    expect((await app.site.request(address, { method: 'HEAD' })).headers.get('content-length')).toBe('18');
    expect((await stranger.get(urls.asset('0'.repeat(64), 'x.png'))).status).toBe(404);
  });

  it('is never a page of ours, whatever it holds', async () => {
    const html = await stranger.get(await addressOf('page.html'));
    expect(html.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(html.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('that is locked is for those who may see the course', async () => {
    const address = urls.lockedFile(courseKey, 'secret.txt');
    expect(await (await ada.get(address)).text()).toBe('for the course only');
    expect((await ada.get(address)).headers.get('cache-control')).toMatch(/^private/);
    expect((await stranger.get(address)).status).toBe(303);
  });

  it('with the words of a film is given as captions', async () => {
    const captions = (await addressOf('words.srt')).replace('words.srt', 'captions.vtt');
    const response = await stranger.get(captions);
    expect(response.headers.get('content-type')).toMatch(/^text\/vtt/);
    expect(await response.text()).toContain('00:00:01.000 --> 00:00:02.000\nWater');
  });
});
