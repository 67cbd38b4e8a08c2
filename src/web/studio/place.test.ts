import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../test/support/test-site-app.ts';
import { createVersionCache, findCourse, getDraftVersion } from '../../domains/courses/index.ts';
import { exportCourse, importCourse } from '../../domains/exchange/index.ts';
import { aPerson, testPassword } from '../../domains/identity/testing.ts';
import { findMemberRole, findOrganisation, listInvitations } from '../../domains/organisations/index.ts';
import { listOutbox } from '../../kernel/mail/index.ts';
import { urls } from '../urls.ts';

let app: SiteApp;
let chidi: TestBrowser;
let folder: string;
const key = 'LakeU';
const courseKey = `course-v1:${key}+Rivers+2026`;

beforeAll(async () => {
  app = await aSiteApp({ config: { uploadLimit_MB: 1 } });
  folder = await mkdtemp(path.join(tmpdir(), 'mooc-place-'));
  for (const name of ['chidi', 'ada', 'dana'])
    await aPerson(app.database, { email: `${name}@lake.example`, name, isOperator: name === 'dana' });
  chidi = await signedIn('chidi');
  const opened = await chidi.post(urls.openOrganisation(), {
    kind: 'university',
    name: 'Lake U',
    key: '',
    description: 'Rivers\r\nand lakes',
  });
  expect(opened.headers.get('location')).toBe(urls.studioOrganisation(key));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});

async function signedIn(name: string): Promise<TestBrowser> {
  const browser = app.browser();
  await browser.post(urls.signIn(), { email: `${name}@lake.example`, password: testPassword });
  return browser;
}

/** Sends a file as a browser does. */
function upload(
  browser: TestBrowser,
  address: string,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  file = name,
  fields = {},
) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, String(value));
  form.set(name, new Blob([bytes]), file);
  const headers = { 'sec-fetch-site': 'same-origin', cookie: browser.cookie() };
  return app.site.fetch(new Request(new URL(address, 'https://mooc.test'), { method: 'POST', body: form, headers }));
}

async function newestLink(): Promise<string> {
  const [letter] = await listOutbox(app.database.read('contact'));
  return new URL(/https:\/\/\S+/.exec(letter!.text!)![0]).pathname;
}

describe('opening', () => {
  it('makes a short name of the name, and writes to whoever opened it', async () => {
    expect(await newestLink()).toBe(urls.studioOrganisation(key));
    const organisation = await findOrganisation(app.database.read('provide'), key);
    expect(organisation).toMatchObject({ kind: 'university', description: 'Rivers\nand lakes', state: 'open' });
  });

  it('says field by field what is wrong, and keeps what was typed', async () => {
    const wrong = await chidi.post(urls.openOrganisation(), { kind: 'club', name: '<b>Mine</b>', key: 'no key' });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain('value="&lt;b>Mine&lt;/b>"');
    const taken = await chidi.post(urls.openOrganisation(), { kind: 'teacher', name: 'Mine', key: 'lakeu' });
    expect(await taken.text()).toContain('This short name is taken');
  });

  it('is for who is signed in, and waits for an operator where that is set', async () => {
    expect((await app.browser().post(urls.openOrganisation(), { name: 'Mine' })).status).toBe(303);
    const strict = { ...app.powers.config, organisationsNeedApproval: true };
    Object.assign(app.powers, { config: strict });
    await chidi.post(urls.openOrganisation(), { kind: 'teacher', name: 'Chidi', key: 'Chidi' });
    expect((await app.browser().get(urls.organisation('Chidi'))).status).toBe(404);
    const dana = await signedIn('dana');
    expect(await (await dana.get(urls.adminOrganisations())).text()).toContain('Waits for you');
    expect((await chidi.post(urls.decideOrganisation('Chidi'), { decision: 'open' })).status).toBe(403);
    expect((await dana.post(urls.decideOrganisation('Chidi'), { decision: 'open' })).status).toBe(303);
    expect((await app.browser().get(urls.organisation('Chidi'))).status).toBe(200);
  });
});

describe('members', () => {
  it('come by a mailed link that works once, and see who is there', async () => {
    await chidi.post(urls.inviteMember(key), { email: 'ada@lake.example', role: 'author' });
    const link = await newestLink();
    expect(await (await app.browser().get(link)).text()).toContain(`next=${encodeURIComponent(link)}`);
    const ada = await signedIn('ada');
    expect(await (await ada.get(link)).text()).toContain('Lake U asks you to join as author');
    expect((await ada.post(link)).headers.get('location')).toBe(urls.studioOrganisation(key));
    expect((await ada.post(link)).status).toBe(404);
    expect((await (await signedIn('dana')).post(link)).status).toBe(404);
    const list = await (await ada.get(urls.members(key))).text();
    expect(list).toContain('chidi');
    expect(list).not.toContain('@lake.example');
  });

  it('can be asked to leave, and the last owner stays', async () => {
    const members = await (await chidi.get(urls.members(key))).text();
    const handle = /name="member" value="(\w+)"/.exec(members)![1]!;
    expect((await chidi.post(urls.changeRole(key), { member: handle, [`role-${handle}`]: 'analyst' })).status).toBe(
      303,
    );
    expect((await chidi.post(urls.removeMember(key), { member: handle })).status).toBe(303);
    expect((await chidi.post(urls.removeMember(key), { member: handle })).status).toBe(422);
    const stays = await chidi.post(urls.leaveOrganisation(key));
    expect(stays.status).toBe(422);
    expect(await stays.text()).toContain('always has an owner');
    expect(await (await (await signedIn('ada')).get(urls.studioOrganisation(key))).status).toBe(404);
  });

  it('can have an invitation taken back', async () => {
    await chidi.post(urls.inviteMember(key), { email: 'new@lake.example', role: 'teacher' });
    const link = await newestLink();
    const [open] = await listInvitations(app.database.read('provide'), key);
    expect((await chidi.post(urls.withdrawInvitation(key), { invitation: open!.id })).status).toBe(303);
    expect((await app.browser().get(link)).status).toBe(404);
  });

  it('include an owner that operators bring, where there is none', async () => {
    await app.database.asOwner(`insert into organisation (key, kind, name, description, opened_at)
      values ('edX', 'institution', 'edX', '', now())`);
    const dana = await signedIn('dana');
    expect((await dana.post(urls.inviteOwner(key), { [`owner-${key}`]: 'dana@lake.example' })).status).toBe(404);
    expect((await dana.post(urls.inviteOwner('edX'), { 'owner-edX': 'ada@lake.example' })).status).toBe(303);
    await (await signedIn('ada')).post(await newestLink());
    const [ada] = await app.database.asOwner<{ id: string }>(`select id from person where name = 'ada'`);
    expect(await findMemberRole(app.database.read('provide'), ada!.id, 'edX')).toBe('owner');
  });
});

describe('how it looks', () => {
  const png = () => sharp({ create: { width: 900, height: 300, channels: 3, background: '#0a6e4f' } }).png();

  it('takes a logo, drawn anew and without what stood beside it', async () => {
    const photo = await png()
      .withMetadata({ exif: { IFD0: { Copyright: 'somebody at home' } } })
      .toBuffer();
    expect(photo.includes('somebody at home')).toBe(true);
    const address = urls.uploadLogo(key);
    expect((await upload(chidi, address, 'logo', new Uint8Array(photo), '../../etc/logo.svg')).status).toBe(303);
    const { logoHash } = (await findOrganisation(app.database.read('provide'), key))!;
    const served = await app.browser().get(urls.asset(logoHash!, 'logo.png'));
    expect(served.headers.get('content-type')).toBe('image/png');
    const bytes = Buffer.from(await served.arrayBuffer());
    expect(bytes.includes('somebody at home')).toBe(false);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 512, height: 171, format: 'png' });
    expect(await (await app.browser().get(urls.organisation(key))).text()).toContain(logoHash!);
    await chidi.post(urls.removeLogo(key));
    expect((await findOrganisation(app.database.read('provide'), key))!.logoHash).toBeNull();
  });

  it.each([
    [
      'an SVG, whatever it is called',
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
      'An SVG can carry',
    ],
    ['a page with the name of a picture', '<html><script>alert(1)</script>', 'This is no picture'],
    ['a broken picture', '\x89PNG\r\n\x1a\nnothing more', 'could not be read'],
    ['nothing', '', 'Choose a file'],
    ['too much', 'x'.repeat(5_000_001), 'larger than 5 MB'],
  ])('refuses %s', async (_what, bytes, says) => {
    const name = bytes === '' ? '' : 'logo.png';
    const refused = await upload(
      chidi,
      urls.uploadLogo(key),
      'logo',
      new Uint8Array(Buffer.from(bytes, 'latin1')),
      name,
    );
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(says);
  });

  it('wears its colour, made fit to read, by a style sheet and not by attributes', async () => {
    await chidi.post(urls.aboutOrganisation(key), {
      kind: 'university',
      name: 'Lake University',
      description: '',
      hasAccent: 'yes',
      accent: '#FFD000',
    });
    const page = await (await app.browser().get(urls.organisation(key))).text();
    expect(page).toContain(`href="${urls.theme('#ffd000')}"`);
    expect(page).not.toContain(' style=');
    const sheet = await app.browser().get(urls.theme('#ffd000'));
    expect(sheet.headers.get('content-type')).toContain('text/css');
    expect(await sheet.text()).toMatch(/^:root\{--accent:light-dark\(#[0-9a-f]{6},#ffd000\);/);
    for (const no of ['/theme/1/red.css', '/theme/1/ffd000.css.x', '/theme/1/%3B.css'])
      expect((await app.browser().get(no)).status).toBe(404);
    const wrong = { kind: 'university', name: 'Lake University', description: '', hasAccent: 'yes', accent: 'red;}' };
    expect((await chidi.post(urls.aboutOrganisation(key), wrong)).status).toBe(422);
  });

  it('has its place at the front of a host name of its own, once an operator has confirmed it', async () => {
    const host = 'courses.lake.example';
    const front = async (name: string) => (await app.browser({ host: name }).get('/')).text();
    for (const no of [
      'localhost',
      '10.0.0.1',
      'a b.example',
      'lake.example:80',
      'mooc.test',
      `${'x'.repeat(64)}.example`,
    ])
      expect((await chidi.post(urls.hostName(key), { host: no })).status, no).toBe(422);
    expect((await chidi.post(urls.hostName(key), { host: host.toUpperCase() })).status).toBe(303);
    expect(await front(host)).not.toContain('<h1>Lake University</h1>');
    const dana = await signedIn('dana');
    expect((await chidi.post(urls.confirmHost(key))).status).toBe(403);
    expect((await dana.post(urls.confirmHost(key))).status).toBe(303);
    expect(await front(`${host}:3000`)).toContain('<h1>Lake University</h1>');
    expect(await front('mooc.test')).not.toContain('<h1>Lake University</h1>');
    // Another one is asked for: the old name leads nowhere at once.
    await chidi.post(urls.hostName(key), { host: 'other.lake.example' });
    expect(await front(host)).not.toContain('<h1>Lake University</h1>');
  });
});

describe('courses', () => {
  it('begin with one unit, under a key as Open edX writes it, and none twice', async () => {
    const form = { title: 'Rivers', number: '', run: '2026', language: 'pt-BR' };
    const begun = await chidi.post(urls.newCourse(key), form);
    expect(begun.headers.get('location')).toBe(urls.studioOutline(courseKey));
    const version = await getDraftVersion(app.database.read('provide'), createVersionCache(), courseKey);
    expect(version).toMatchObject({ title: 'Rivers', language: 'pt-BR' });
    expect([...version!.blocks.values()].map(({ tag }) => tag)).toEqual([
      'course',
      'chapter',
      'sequential',
      'vertical',
    ]);
    const again = await chidi.post(urls.newCourse(key), { ...form, number: 'rivers' });
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('There is a course');
    for (const wrong of [{ title: '' }, { number: '+++' }, { run: '' }, { language: 'Klingonish!' }])
      expect((await chidi.post(urls.newCourse(key), { ...form, ...wrong })).status).toBe(422);
    expect(await (await chidi.get(urls.studioOrganisation(key))).text()).toContain('Not published');
  });

  it('go out as a file that comes in again as the same course', async () => {
    const response = await chidi.post(urls.exportCourse(courseKey));
    expect(response.headers.get('content-disposition')).toContain(`${key}-Rivers-2026.tar.gz`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const file = path.join(folder, 'again.tar.gz');
    await exportCourse(app.powers, courseKey, file);
    const hash = (data: Uint8Array) => createHash('sha256').update(data).digest('hex');
    expect(hash(bytes)).toBe(hash(await readFile(file)));
    const wish = { number: 'Again', publish: false, author: null, onProgress: () => {} };
    expect(await importCourse(app.powers, file, wish)).toMatchObject({ title: 'Rivers', findingsTotal: 0 });
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('mooc-export-'))).toEqual([]);
  });

  it('come in by upload, are published when wished, and are reported on', async () => {
    const archive = path.join(folder, 'course.tar.gz');
    await exportCourse(app.powers, courseKey, archive);
    const bytes = new Uint8Array(await readFile(archive));
    const fields = { number: 'Lakes', run: '2027', publish: 'yes' };
    const taken = await upload(chidi, urls.uploadCourse(key), 'archive', bytes, '../<i>lakes.tar.gz', fields);
    const report = taken.headers.get('location')!;
    const page = async () => (await chidi.get(report)).text();
    await expect.poll(page, { interval: 50, timeout: 10_000 }).toContain('The course is here');
    expect(await page()).toContain(`course-v1:${key}+Lakes+2027`);
    expect(await page()).toContain('Import of &lt;i>lakes.tar.gz');
    expect(await (await app.browser().get(urls.courses())).text()).toContain('Lake University');
    expect(readdirSync(path.join(app.powers.config.dataFolder, 'uploads'))).toEqual([]);
    // It is nobody else's business.
    const other = report.replace(`/${key}/`, '/Chidi/');
    expect((await chidi.get(other)).status).toBe(404);
  });

  it.each([
    ['what is no archive', Buffer.from('not an archive'), {}, 'did not become a course'],
    ['an archive without a course', gzipSync('nothing'), {}, 'did not become a course'],
  ])('%s is reported on, and nothing of it is left', async (_what, bytes, fields, says) => {
    const taken = await upload(chidi, urls.uploadCourse(key), 'archive', new Uint8Array(bytes), 'x.tar.gz', fields);
    const page = async () => (await chidi.get(taken.headers.get('location')!)).text();
    await expect.poll(page, { interval: 50, timeout: 10_000 }).toContain(says);
    expect(await page()).toContain('Nothing of it is left here');
    expect(readdirSync(path.join(app.powers.config.dataFolder, 'uploads'))).toEqual([]);
  });

  it('are not taken when too large, absent, cut off, or under a key that is none', async () => {
    const address = urls.uploadCourse(key);
    const tooLarge = await upload(chidi, address, 'archive', new Uint8Array(1_000_001));
    expect(await tooLarge.text()).toContain('larger than 1 MB');
    expect((await upload(chidi, address, 'archive', new Uint8Array(0), '')).status).toBe(422);
    expect((await upload(chidi, address, 'archive', new Uint8Array(9), 'x', { number: 'a+b' })).status).toBe(422);
    expect((await chidi.post(address, { archive: 'x' })).status).toBe(422);
    const cut = new Request(new URL(address, 'https://mooc.test'), {
      method: 'POST',
      body: '--x\r\ncontent-disposition: form-data; name="archive"; filename="a.tar.gz"\r\n\r\nhalf',
      headers: {
        'content-type': 'multipart/form-data; boundary=x',
        'sec-fetch-site': 'same-origin',
        cookie: chidi.cookie(),
      },
    });
    expect((await app.site.fetch(cut)).status).toBe(422);
    expect(readdirSync(path.join(app.powers.config.dataFolder, 'uploads'))).toEqual([]);
    expect(existsSync(path.join(app.powers.config.dataFolder, 'uploads'))).toBe(true);
  });

  it('come in one at a time', async () => {
    await app.database.asOwner(`insert into course_import values
      (gen_random_uuid(), 'LakeU', null, 'slow.tar.gz', 'running', 'files', 100, null, null, null, now(), now())`);
    const send = () => upload(chidi, urls.uploadCourse(key), 'archive', new Uint8Array(9), 'x.tar.gz');
    expect(await (await send()).text()).toContain('Another import of this organisation is under way');
    // One that gives no sign of life was cut off, and stands in nobody's way.
    await app.database.asOwner(`update course_import set touched_at = now() - interval '2 minutes'`);
    expect(await (await chidi.get(urls.studioOrganisation(key))).text()).toContain('Cut off');
    // Of three at the same moment, all of which find nobody at it, one is taken.
    const taken = await Promise.all([send(), send(), send()]);
    expect(taken.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    const one = taken.find(({ status }) => status === 303)!.headers.get('location')!;
    const page = async () => (await chidi.get(one)).text();
    await expect.poll(page, { interval: 50, timeout: 10_000 }).toContain('did not become a course');
    expect(readdirSync(path.join(app.powers.config.dataFolder, 'uploads'))).toEqual([]);
  });

  it('are never those of another organisation, whatever the archive says', async () => {
    const archive = path.join(folder, 'theirs.tar.gz');
    await exportCourse(app.powers, courseKey, archive);
    const taken = await upload(chidi, urls.uploadCourse('Chidi'), 'archive', new Uint8Array(await readFile(archive)));
    const page = async () => (await chidi.get(taken.headers.get('location')!)).text();
    await expect.poll(page, { interval: 50, timeout: 10_000 }).toContain('course-v1:Chidi+Rivers+2026');
    expect((await findCourse(app.database.read('provide'), courseKey))?.publishedVersion).toBeNull();
  });

  it('takes forms of no more than a form needs everywhere else', async () => {
    const long = { title: 'x'.repeat(1_000_001) };
    expect((await chidi.post(urls.newCourse(key), long)).status).toBe(413);
    expect(app.faults()).toBe('');
  });
});
