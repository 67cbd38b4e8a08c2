import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Reading } from '../../kernel/database/index.ts';
import {
  coursePublished,
  createVersion,
  createVersionCache,
  ensureCourse,
  findCourse,
  findFile,
  getContent,
  getContents,
  getDraftVersion,
  getPublishedVersion,
  getStoredVersion,
  hashContent,
  listCourses,
  type NewVersion,
  publishVersion,
} from './index.ts';
import { aBlock, aTree, someDocuments } from './testing.ts';

let database: TestDatabase;
let r: Reading<'provide'>;
let courseKey: string;
let count = 0;
beforeAll(async () => {
  database = await aDatabase();
  r = database.read('provide');
});
beforeEach(async () => {
  const parts = { kind: 'course', org: 'LakeU', number: `R${count++}`, run: '2031' } as const;
  const made = await database.write('provide', (w) => ensureCourse(w, parts));
  courseKey = made.type === 'there' ? made.courseKey : '';
});
afterAll(() => database.close());

async function make(change: Partial<NewVersion> = {}) {
  const plain = { courseKey, author: null, message: 'Made', root: aTree([]), ...someDocuments({}) };
  return database.write('provide', (w) => createVersion(w, { ...plain, ...change }));
}

async function madeId(change: Partial<NewVersion> = {}): Promise<string> {
  const result = await make(change);
  if (result.type !== 'created') throw new Error(result.because);
  return result.versionId;
}

describe('versions', () => {
  it('count up, and the draft head follows', async () => {
    const first = await madeId();
    const second = await make();
    expect(second).toMatchObject({ type: 'created', number: 2 });
    const draft = await getDraftVersion(r, createVersionCache(), courseKey);
    expect(draft).toMatchObject({ number: 2, parentId: first, title: 'Rivers' });
    expect(await getPublishedVersion(r, createVersionCache(), courseKey)).toBeNull();
  });

  it('are refused when somebody else was first, or there is no such course', async () => {
    const first = await madeId();
    const second = await madeId({ basedOn: first });
    expect(await make({ basedOn: first })).toEqual({
      type: 'refused',
      because: 'changed-meanwhile',
      draftVersion: second,
    });
    expect(await make({ courseKey: 'course-v1:No+Such+One' })).toEqual({ type: 'refused', because: 'no-such-course' });
  });

  it('give back the tree as it was stored', async () => {
    const root = aTree([
      aBlock('vertical', 'u', { attributes: { 'x"y': '<&>\n' }, source: { inline: true, named_by: 'slug' } }),
      aBlock('problem', 'p', { error: 'broken', embedded: { weight: 3, list: [1, null] } }),
    ]);
    expect((await getStoredVersion(r, await madeId({ root }))).root).toEqual(root);
  });

  it('store only the way from an edited block up to the course', async () => {
    const units = Array.from({ length: 50 }, (_, i) =>
      aBlock('vertical', `u${i}`, { attributes: { display_name: courseKey } }),
    );
    const rows = async () =>
      Number((await database.asOwner<{ n: string }>('select count(*) as n from course_block'))[0]!.n);
    await make({ root: aTree(units) });
    const before = await rows();
    await make({ root: aTree(units.with(7, aBlock('vertical', 'u7', { attributes: { display_name: 'New' } }))) });
    expect((await rows()) - before).toBe(4);
  });

  it('refuse keys that nobody declared', async () => {
    const source = { secret: 'x' } as never;
    await expect(make({ root: aBlock('course', '2031', { source }) })).rejects.toThrow(/course_block\.source/);
  });
});

describe('publishing', () => {
  it('moves the head and tells it after the commit', async () => {
    const told: string[] = [];
    database.switchboard.on(coursePublished, (news) => void told.push(news.versionId));
    const id = await madeId();
    await database.write('provide', async (w) => {
      expect(await publishVersion(w, courseKey, id)).toMatchObject({ type: 'published', versionId: id });
      expect(told).toEqual([]);
    });
    expect(told).toEqual([id]);
    expect((await getPublishedVersion(r, createVersionCache(), courseKey))?.versionId).toBe(id);
    expect(await findCourse(r, courseKey)).toMatchObject({ publishedVersion: id, baseVersion: id });
  });

  it('refuses a version of another course', async () => {
    const other = await madeId();
    const parts = { kind: 'course', org: 'LakeU', number: 'Other', run: '1' } as const;
    await database.write('provide', (w) => ensureCourse(w, parts));
    const refused = database.write('provide', (w) => publishVersion(w, 'course-v1:LakeU+Other+1', other));
    expect(await refused).toEqual({ type: 'refused', because: 'no-such-version' });
  });

  it('needs one statement for a version that is in the cache', async () => {
    const id = await madeId();
    await database.write('provide', (w) => publishVersion(w, courseKey, id));
    const cache = createVersionCache();
    const first = await getPublishedVersion(r, cache, courseKey);
    let statements = 0;
    const named: typeof r.connection.named = (statement, values) => {
      statements += 1;
      return r.connection.named(statement, values);
    };
    expect(await getPublishedVersion({ ...r, connection: { ...r.connection, named } }, cache, courseKey)).toBe(first);
    expect(statements).toBe(1);
  });
});

describe('the list of courses', () => {
  it('comes a page at a time, in the order of the keys', async () => {
    const all = await listCourses(r, { published: false });
    const [first] = await listCourses(r, { published: false, limit: 1 });
    const rest = await listCourses(r, { published: false, after: first!.key });
    expect([first, ...rest]).toEqual(all);
    expect(all.map((course) => course.key)).toEqual(all.map((course) => course.key).sort());
    expect((await listCourses(r, { published: true })).every((course) => course.publishedVersion !== null)).toBe(true);
  });

  it('has no two keys that differ in capitals only', async () => {
    const parts = { kind: 'course', org: 'lakeu', number: `r${count - 1}`, run: '2031' } as const;
    const result = await database.write('provide', (w) => ensureCourse(w, parts));
    expect(result).toEqual({ type: 'refused', because: 'key-taken', by: courseKey });
  });
});

describe('a version as readers see it', () => {
  const policy = {
    'course/2031': {
      display_name: 'Rivers of the World',
      language: 'de',
      course_image: 'Big logo.png',
      tabs: [
        { type: 'courseware' },
        { type: 'static_tab', name: 'Notes', url_slug: 'notes' },
        { type: 'wiki', is_hidden: true },
      ],
      pdf_textbooks: [{ tab_title: 'Water', chapters: [{ title: 'One', url: '/static/one.pdf' }] }],
    },
    'problem/p': { max_attempts: 2 },
  };
  const documents = someDocuments({
    'policies/2031/policy.json': JSON.stringify(policy),
    'policies/assets.json': JSON.stringify({ 'Big_logo.png': { locked: true } }),
    'about/overview.html': '<h1>Rivers</h1>',
    'info/handouts.html': '<p>Maps</p>',
    'info/updates.html': '<ol><li><h2>May 2</h2><p>Two</p></li><li><h2>May 1</h2><p>One</p></li></ol>',
    'tabs/notes.html': '<p>Notes</p>',
  });
  const logo = { hash: hashContent(Buffer.from('logo')), media_type: 'image/png', size_bytes: 4 };

  async function view() {
    const problem = aBlock('problem', 'p', { attributes: { max_attempts: '5', weight: '2' } });
    const root = aTree([aBlock('vertical', 'u', { children: [problem] })], { showanswer: 'always' });
    const manifest = { ...documents.manifest, files: { 'static/Big logo.png': logo } };
    await make({ root, manifest, contents: documents.contents });
    return (await getDraftVersion(r, createVersionCache(), courseKey))!;
  }

  it('has the policy laid over the attributes, and what is above inherited', async () => {
    const version = await view();
    expect(version).toMatchObject({ title: 'Rivers of the World', language: 'de' });
    const problem = version.blocks.get('problem@p')!;
    expect(problem.settings).toEqual({ max_attempts: 2, weight: 2 });
    expect(problem.effective).toMatchObject({ max_attempts: 2, showanswer: 'always', start: '2026-01-01T00:00:00Z' });
    expect(problem).toMatchObject({ displayName: 'Problem', parent: { id: 'vertical@u', displayName: 'Unit' } });
  });

  it('has its pages, news and books', async () => {
    const { info } = await view();
    expect(info.about).toEqual({ overview: '<h1>Rivers</h1>' });
    expect(info.handouts).toBe('<p>Maps</p>');
    expect(info.updates.map((update) => [update.date, update.html])).toEqual([
      ['May 2', '<p>Two</p>'],
      ['May 1', '<p>One</p>'],
    ]);
    expect(info.tabs.map((tab) => [tab.name, tab.html, tab.isHidden])).toEqual([
      ['Course', null, false],
      ['Notes', '<p>Notes</p>', false],
      ['Wiki', null, true],
    ]);
    expect(info.textbooks).toEqual([{ title: 'Water', chapters: [{ title: 'One', url: '/static/one.pdf' }] }]);
    expect(info.image).toMatchObject({ hash: logo.hash, locked: true });
  });

  it('finds a file by the name that a link uses', async () => {
    const { files } = await view();
    for (const link of ['Big logo.png', '/static/Big%20logo.png', '/static/Big_logo.png?raw'])
      expect(findFile(files, link)?.hash, link).toBe(logo.hash);
    expect(findFile(files, '/static/small.png')).toBeNull();
  });
});

describe('contents', () => {
  it('are read as text, also where a tool wrote Windows-1252', async () => {
    const contents = new Map(
      [Buffer.from('né'), Buffer.from([0x6e, 0xe9])].map((bytes) => [hashContent(bytes), bytes]),
    );
    await make({ contents });
    const hashes = [...contents.keys()];
    expect([...(await getContents(r, hashes)).values()]).toEqual(['né', 'né']);
    await expect(getContent(r, hashContent(Buffer.from('never stored')))).rejects.toThrow(/not stored/);
  });
});
