import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { OperatorError } from '../../kernel/errors.ts';
import { createFolderStore, type FileStore } from '../assets/index.ts';
import {
  changeBlock,
  createVersion,
  findCourse,
  getStoredVersion,
  hashContent,
  publishVersion,
  type StoredBlock,
} from '../courses/index.ts';
import { exportCourse, importCourse } from './index.ts';
import { aCourse, type CourseSource, filesBelow, writeArchive, writeCourseFolder } from './testing.ts';

let database: TestDatabase;
let folder: string;
let files: FileStore;
let count = 0;
beforeAll(async () => {
  database = await aDatabase();
});
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-export-'));
  files = createFolderStore(path.join(folder, 'files'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => database.close());

/** Everything odd at once. */
const oddCourse = aCourse({
  units: {
    u: '<html url_name="h"/><problem url_name="p"/><!-- why --><quantum url_name="q" spin="up"><a>1</a></quantum><video url_name="gone"/>',
    v: '<problem name="Old one" filename="L1" points="2"/><html>&lt;b&gt;bold&lt;/b&gt;</html><html url_name="d">1</html><html url_name="d">2</html><vertical><html url_name="d">3</html></vertical>',
  },
  files: {
    'html/h.xml': '<html display_name="H" filename="h.html"/>',
    'html/h.html': '<p>Not<br>XML & more',
    'problem/p.xml': '<problem>\n 1 < 2\n</problem>',
    'problem/L1.xml': '<!-- first --><problem showanswer="never"><p>x</p></problem>',
    'problem/unreached.xml': '<problem  a = "1" />',
    'static/notes/a b.txt': 'hello',
    'static/logo.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]),
    'about/overview.html': '<h1>Rivers</h1>',
    'info/updates.items.json': '[{"id": 1, "date": "May 1", "content": "<p>New</p>", "status": "visible"}]',
    'drafts/vertical/w.xml': `<vertical  display_name="W" parent_url="i4x://LakeU/Rivers/sequential/first" index_in_children_list="1"><problem url_name="dp"/></vertical>`,
    'drafts/problem/dp.xml': '<problem  weight = "2"><p/></problem>',
    'drafts/vertical/u.xml':
      '<vertical   parent_url="block-v1:L+R+1+type@sequential+block@first" index_in_children_list="0"><html url_name="h"/></vertical>',
    'drafts/html/lost.xml': '<html>lost</html>',
    'README.md': 'read me',
    'roots/2031.xml': '<course url_name="2031" org="LakeU" course="Rivers"/>',
  },
});

/** Imports under a key of its own. */
async function imported(course: CourseSource = oddCourse, wish: { publish?: boolean } = {}): Promise<string> {
  const source = writeCourseFolder(path.join(folder, 'source'), course);
  const number = `Rivers${count++}`;
  const { courseKey } = await importCourse({ database, files }, source, {
    number,
    publish: false,
    author: null,
    onProgress: () => {},
    ...wish,
  });
  return courseKey;
}

async function exported(courseKey: string, name = 'out'): Promise<Map<string, string>> {
  const target = path.join(folder, name);
  await exportCourse({ database, files }, courseKey, target);
  return new Map(filesBelow(target).map((file) => [path.relative(target, file), readFileSync(file, 'latin1')]));
}

/** The paths that differ between two exports. */
function changed(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name)).sort();
}

async function stored(courseKey: string) {
  const r = database.read('provide');
  const course = (await findCourse(r, courseKey))!;
  const head = await getStoredVersion(r, course.draftVersion!);
  return { course, head, base: await getStoredVersion(r, course.baseVersion!) };
}

/** What an author's tool does: one block changed on the draft head. */
async function edit(courseKey: string, id: string, content: string, change: (block: StoredBlock) => StoredBlock) {
  const { head, course } = await stored(courseKey);
  const root = changeBlock(head.root, id, change);
  expect(root).not.toBe(head.root);
  const bytes = Buffer.from(content);
  const contents = new Map([[hashContent(bytes), bytes]]);
  return database.write('provide', (w) =>
    createVersion(w, {
      courseKey,
      author: null,
      message: 'Edited',
      root,
      manifest: head.manifest,
      contents,
      basedOn: course.draftVersion!,
    }),
  );
}

it('gives an odd course back: what no block is made from byte for byte, the rest with the same meaning', async () => {
  const key = await imported();
  const out = await exported(key);
  const plain = [
    'html/h.html',
    'problem/p.xml',
    'problem/unreached.xml',
    'README.md',
    'roots/2031.xml',
    'about/overview.html',
  ];
  for (const name of [
    ...plain,
    ...Object.keys(oddCourse).filter((file) => /^(?:static|info|policies|drafts)\//.test(file)),
  ]) {
    expect(out.get(name), name).toBe(Buffer.from(oddCourse[name]!).toString('latin1'));
  }
  expect([...out.keys()].sort()).toEqual(Object.keys(oddCourse).sort());
  expect(out.get('vertical/v.xml')).toMatch(
    /^<vertical><problem filename="L1" name="Old one" points="2"\/><html>&lt;b&gt;bold/,
  );
  expect(out.get('problem/L1.xml')).toBe('<!-- first -->\n<problem showanswer="never"><p>x</p></problem>\n');
});

it('imports one course twice at once as two versions of it', async () => {
  const source = writeCourseFolder(path.join(folder, 'source'), oddCourse);
  const wish = { number: 'Twice', publish: true, author: null, onProgress: () => {} };
  const results = await Promise.all([1, 2].map(() => importCourse({ database, files }, source, wish)));
  expect(results.map((result) => result.isNew).sort()).toEqual([false, true]);
  const numbers = await database.asOwner(
    "select number from course_version where course like '%Twice%' order by number",
  );
  expect(numbers).toEqual([1, 2, 3, 4].map((number) => ({ number })));
});

it('imports its own export as the same course', async () => {
  const key = await imported();
  const first = await stored(key);
  await exported(key);
  await importCourse({ database, files }, path.join(folder, 'out'), {
    publish: false,
    author: null,
    onProgress: () => {},
  });
  const second = await stored(key);
  expect(second.course.draftVersion).not.toBe(first.course.draftVersion);
  expect([second.head.root, second.base.root, second.head.manifest]).toEqual([
    first.head.root,
    first.base.root,
    first.head.manifest,
  ]);
});

it('differs in one file after an edit of one block', async () => {
  const key = await imported(
    aCourse({
      units: { u: '<problem url_name="p"/>', v: '' },
      files: { 'problem/p.xml': '<problem><p>old</p></problem>' },
    }),
  );
  const before = await exported(key, 'before');
  const content = '<problem><p>new</p></problem>';
  await edit(key, 'problem@p', content, (block) => ({ ...block, contentHash: hashContent(Buffer.from(content)) }));
  expect(changed(before, await exported(key, 'draft'))).toEqual(['drafts/problem/p.xml', 'drafts/vertical/u.xml']);
  const { course } = await stored(key);
  await database.write('provide', (w) => publishVersion(w, key, course.draftVersion!));
  const after = await exported(key, 'after');
  expect(changed(before, after)).toEqual(['problem/p.xml']);
  expect(after.get('problem/p.xml')).toBe(`${content}\n`);
});

it('keeps the bytes of drafts that nobody touched when another one is edited', async () => {
  const key = await imported();
  const before = await exported(key, 'before');
  const content = '<problem><p>new</p></problem>';
  await edit(key, 'problem@dp', content, (block) => ({ ...block, contentHash: hashContent(Buffer.from(content)) }));
  const after = await exported(key, 'after');
  expect(changed(before, after)).toEqual(['drafts/problem/dp.xml']);
});

it('gives text that became no XML a file of its own', async () => {
  const key = await imported(aCourse({ units: { u: '<html url_name="h" display_name="H">old</html>' } }), {
    publish: true,
  });
  const content = '<p>a<br>b';
  await edit(key, 'html@h', content, (block) => ({ ...block, contentHash: hashContent(Buffer.from(content)) }));
  const out = await exported(key);
  expect(out.get('drafts/html/h.html')).toBe(content);
  expect(out.get('drafts/vertical/u.xml')).toContain('<html url_name="h" display_name="H" filename="h"/>');
});

it('writes an archive that is the same each time', async () => {
  const key = await imported();
  const one = path.join(folder, 'one.tar.gz');
  const two = path.join(folder, 'two.tar.gz');
  await exportCourse({ database, files }, key, one);
  await exportCourse({ database, files }, key, two);
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
});

it('never writes over what is there', async () => {
  const key = await imported();
  const target = path.join(folder, 'there');
  mkdirSync(target);
  writeFileSync(path.join(target, 'mine.txt'), 'mine');
  await expect(exportCourse({ database, files }, key, target)).rejects.toThrow(OperatorError);
  await expect(exportCourse({ database, files }, 'course-v1:No+Such+Course', path.join(folder, 'x'))).rejects.toThrow(
    /There is no course/,
  );
  expect(filesBelow(folder).filter((file) => file.includes('.part'))).toEqual([]);
});

it('a link inside the archive counts as a copy', async () => {
  const { 'course.xml': _entry, ...rest } = aCourse({
    files: { 'roots/2031.xml': '<course url_name="2031" org="LakeU" course="Linked"/>' },
  });
  const archive = await writeArchive(path.join(folder, 'linked.tar.gz'), rest, [
    { name: 'course/course.xml', type: 'symlink', linkname: 'roots/2031.xml' },
  ]);
  const result = await importCourse({ database, files }, archive, {
    publish: true,
    author: null,
    onProgress: () => {},
  });
  expect(result).toMatchObject({
    courseKey: 'course-v1:LakeU+Linked+2031',
    isPublished: true,
    findings: [{ code: 'link' }],
  });
});
