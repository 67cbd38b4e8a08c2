import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { createFolderStore, type FileStore } from '../assets/index.ts';
import { createVersionCache, findCourse, getStoredVersion, listVersions } from '../courses/index.ts';
import { aPerson } from '../identity/testing.ts';
import { setSettings } from '../studio/index.ts';
import { exportCourse, importCourse, type Pushed, pullCourse, pushCourse } from './index.ts';
import { aCourse, filesBelow, writeCourseFolder } from './testing.ts';

let database: TestDatabase;
let top: string;
let files: FileStore;
let courseKey: string;
let folder: string;
let count = 0;
const ground = () => ({ database, files });

beforeAll(async () => {
  database = await aDatabase();
  top = mkdtempSync(path.join(tmpdir(), 'mooc-push-'));
  files = createFolderStore(path.join(top, 'files'));
});
afterAll(async () => {
  rmSync(top, { recursive: true });
  await database.close();
});

const sum = (answer: string) =>
  `<problem weight="2" display_name="Sum">\n<p>What is 2 + 2?</p>\n<numericalresponse answer="${answer}"><formulaequationinput/></numericalresponse>\n</problem>`;

/** A course with a draft of its own, pulled into a folder. */
beforeEach(async () => {
  const course = aCourse({
    units: {
      u: '<html url_name="h"/><problem url_name="p"/>',
      v: '<video url_name="w" youtube_id_1_0="abcdefghijk"/>',
    },
    files: {
      'html/h.xml': '<html display_name="Hello" filename="h"/>',
      'html/h.html': '<p>Welcome</p>\n<p>to the river</p>\n',
      'problem/p.xml': sum('4'),
      'static/map.txt': 'a map',
      'README.md': 'read me',
      'about/overview.html': '<h1>Rivers</h1>',
      'drafts/vertical/v.xml':
        '<vertical display_name="As a draft" parent_url="i4x://LakeU/Rivers/sequential/first" index_in_children_list="1"/>',
    },
  });
  const source = writeCourseFolder(path.join(top, `source${++count}`), course);
  const wish = { number: `Rivers${count}`, publish: true, author: null, onProgress: () => {} };
  courseKey = (await importCourse(ground(), source, wish)).courseKey;
  folder = path.join(top, `pulled${count}`);
  await pullCourse(ground(), courseKey, folder);
});

const wish = { isSure: true, message: 'By hand', publish: false };
const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');
const versions = () => listVersions(database.read('provide'), courseKey);

async function push(given: Partial<typeof wish> = {}): Promise<Pushed> {
  const result = await pushCourse(ground(), folder, { ...wish, ...given });
  if (result.type !== 'differs' && result.type !== 'pushed') throw new Error(JSON.stringify(result));
  return result;
}

describe('what is pulled', () => {
  it('has each block once, as authors work on it, with a note of the version', async () => {
    expect(read('vertical/v.xml')).toContain('As a draft');
    expect(existsSync(path.join(folder, 'drafts'))).toBe(false);
    expect(JSON.parse(read('.mooc.json'))).toMatchObject({ course: courseKey, number: 2 });
  });

  it('makes no version when nothing was edited', async () => {
    expect(await pushCourse(ground(), folder, wish)).toEqual({ type: 'nothing', courseKey, isPublished: false });
    expect(await versions()).toHaveLength(2);
  });
});

describe('what is pushed', () => {
  it('is told before it is stored: one edited problem is one block, with the lines that differ', async () => {
    write('problem/p.xml', read('problem/p.xml').replace('"4"', '"5"'));
    const { type, difference, check } = await push({ isSure: false });
    expect(type).toBe('differs');
    expect(difference).toMatchObject({ texts: [], files: [] });
    expect(difference.blocks).toHaveLength(1);
    const [block] = difference.blocks;
    expect(block).toMatchObject({ type: 'changed', title: 'Sum', above: ['One', 'Subsection', 'Unit'] });
    const lines = block!.lines.filter((run) => run.type !== 'same').map(({ type, text }) => [type, text.trim()]);
    expect(lines).toEqual([
      ['removed', '<numericalresponse answer="4"><formulaequationinput/></numericalresponse>'],
      ['added', '<numericalresponse answer="5"><formulaequationinput/></numericalresponse>'],
    ]);
    expect(check.remarks.map(({ code }) => code)).toContain('empty');
    expect(await versions()).toHaveLength(2);
  });

  it('becomes one version with its message, and goes on from there', async () => {
    write('html/h.html', '<p>Welcome</p>\n<p>to the lake</p>\n');
    write('static/map.txt', 'a better map');
    write('about/overview.html', '<h1>Lakes</h1>');
    write(
      'vertical/u.xml',
      read('vertical/u.xml').replace('<problem url_name="p"/>', '<html url_name="new">New</html>'),
    );
    rmSync(path.join(folder, 'problem/p.xml'));
    const { difference, version } = await push();
    expect(version).toBe(3);
    expect(difference.blocks.map(({ type, blockId }) => `${type} ${blockId}`).sort()).toEqual([
      'added html@new',
      'changed html@h',
      'removed problem@p',
    ]);
    expect(difference.texts).toMatchObject([{ type: 'changed', path: 'about/overview.html' }]);
    expect(difference.files).toMatchObject([{ type: 'changed', path: 'static/map.txt' }]);
    const [newest] = await versions();
    expect(newest).toMatchObject({ number: 3, message: 'By hand', author: null });
    const course = (await findCourse(database.read('provide'), courseKey))!;
    expect(course.draftVersion).toBe(newest!.versionId);
    expect(course.publishedVersion).not.toBe(newest!.versionId);
    // The same again is nothing, until it is to be published.
    expect(await pushCourse(ground(), folder, wish)).toMatchObject({ type: 'nothing', isPublished: false });
    expect(await pushCourse(ground(), folder, { ...wish, publish: true })).toMatchObject({ isPublished: true });
    const again = path.join(top, `again${count}`);
    await pullCourse(ground(), courseKey, again);
    const bytes = (at: string) => filesBelow(at).map((file) => [path.relative(at, file), readFileSync(file, 'utf8')]);
    expect(bytes(again).sort()).toEqual(bytes(folder).sort());
  });

  it('leaves the drafts of an import with the course', async () => {
    write('html/h.html', '<p>Other</p>');
    await push({ publish: true });
    const course = (await findCourse(database.read('provide'), courseKey))!;
    expect(course.publishedVersion).toBe(course.draftVersion);
    const { manifest } = await getStoredVersion(database.read('provide'), course.draftVersion!);
    expect(Object.keys(manifest.files)).toContain('drafts/vertical/v.xml');
  });
});

describe('what is refused', () => {
  it('is a push to a course that moved on, with what moved', async () => {
    const edit = {
      courseKey,
      author: await aPerson(database, { email: `ada${count}@lake.example` }),
      message: 'Renamed',
    };
    const change = { blockId: 'chapter@one', edition: null, settings: { display_name: 'Springs' } };
    await database.write('provide', (w) => setSettings(w, createVersionCache(), edit, change));
    write('html/h.html', '<p>Mine</p>');
    const result = await pushCourse(ground(), folder, wish);
    expect(result).toEqual({
      type: 'moved-on',
      courseKey,
      pulled: 2,
      now: 3,
      moved: [{ type: 'changed', blockId: 'chapter@one', tag: 'chapter', title: 'Springs', above: [] }],
    });
    expect(await versions()).toHaveLength(3);
  });

  it('is a folder without the note, of another site, of another course, or that holds no course any more', async () => {
    const exported = path.join(top, `exported${count}`);
    await exportCourse(ground(), courseKey, exported);
    await expect(pushCourse(ground(), exported, wish)).rejects.toThrow(/Only what 'mooc pull' wrote can be pushed/);
    write('course.xml', read('course.xml').replace('LakeU', 'OtherU'));
    await expect(pushCourse(ground(), folder, wish)).rejects.toThrow(/says now that it is course-v1:OtherU/);
    write('course.xml', '<course');
    await expect(pushCourse(ground(), folder, wish)).rejects.toThrow(/is not XML/);
    const note = JSON.parse(read('.mooc.json')) as object;
    write('.mooc.json', JSON.stringify({ ...note, version: '0198b2f4-0000-7000-8000-000000000000' }));
    await expect(pushCourse(ground(), folder, wish)).rejects.toThrow(/from another site/);
    write('.mooc.json', '[1');
    await expect(pushCourse(ground(), folder, wish)).rejects.toThrow(/pull the course again/);
    expect(await versions()).toHaveLength(2);
  });

  it('is a pull over something that is there', async () => {
    await expect(pullCourse(ground(), courseKey, folder)).rejects.toThrow(/something at .* already/);
    await expect(pullCourse(ground(), courseKey, `${folder}.tar.gz`)).rejects.toThrow(/name a folder/);
  });
});
