import {
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, gunzipSync, gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { OperatorError } from '../../kernel/errors.ts';
import { createFolderStore, type FileStore } from '../assets/index.ts';
import { importCourse } from './index.ts';
import {
  type ArchiveEntry,
  aCourse,
  type CourseSource,
  filesBelow,
  writeArchive,
  writeCourseFolder,
} from './testing.ts';

let database: TestDatabase;
let folder: string;
let files: FileStore;
beforeAll(async () => {
  database = await aDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-hostile-'));
  files = createFolderStore(path.join(folder, 'files'));
});
afterEach(async () => {
  const tables = [
    'course',
    'course_version',
    'course_block',
    'course_content',
    'course_manifest',
    'asset',
    'organisation',
  ];
  for (const table of tables) expect(await database.asOwner(`select * from ${table}`), table).toEqual([]);
  expect(filesBelow(path.join(folder, 'files'))).toEqual([]);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

function importing(source: string) {
  return importCourse({ database, files }, source, { publish: true, author: null, onProgress: () => {} });
}

async function refuses(archive: string, message: RegExp) {
  const failed = await importing(archive).then(
    () => null,
    (error: Error) => error,
  );
  expect(failed).toBeInstanceOf(OperatorError);
  expect(failed!.message).toMatch(message);
}

function archived(
  entries: readonly ArchiveEntry[],
  course: CourseSource = aCourse({ files: { 'static/a.txt': 'kept?' } }),
) {
  return writeArchive(path.join(folder, 'hostile.tar.gz'), course, entries);
}

it.each([
  ['upwards', '../../etc/cron.d/x'],
  ['upwards from inside', 'course/static/../../../x'],
  ['absolute', '/etc/passwd'],
  ['of another system', 'C:/windows/x'],
  ['with backslashes', 'course\\..\\..\\x'],
  ['too deep', `course/${'a/'.repeat(60)}x`],
])('a path %s', async (_what, name) => {
  await refuses(await archived([{ name, content: 'x' }]), /refused because of the path/);
});

it('a path with a NUL in it', async () => {
  await refuses(
    await archived([{ name: 'x', pax: { path: 'course/a\0b' }, content: 'x' }]),
    /refused because of the path/,
  );
});

it.each([
  ['symbolic link', { name: 'course/static/x', type: 'symlink', linkname: '/etc/passwd' }],
  ['symbolic link upwards', { name: 'course/static/x', type: 'symlink', linkname: '../../../etc/passwd' }],
  ['hard link', { name: 'course/static/x', type: 'link', linkname: '/etc/passwd' }],
] as const)('a %s out of the course', async (_what, entry) => {
  await refuses(await archived([entry]), /a link out of the course/);
});

it.each(['character-device', 'block-device', 'fifo'] as const)('a %s', async (type) => {
  await refuses(await archived([{ name: 'course/static/x', type, devmajor: 1, devminor: 5 }]), /and not a file/);
});

it('a folder with a link out of it', async () => {
  const place = writeCourseFolder(path.join(folder, 'linked'), aCourse());
  mkdirSync(path.join(place, 'static'));
  symlinkSync('/etc/passwd', path.join(place, 'static', 'x'));
  await refuses(place, /a link out of the course/);
});

it('entities that multiply', async () => {
  const bomb =
    '<!DOCTYPE problem [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><problem>&b;&b;</problem>';
  await refuses(
    await archived([], aCourse({ units: { u: '<problem url_name="p"/>' }, files: { 'problem/p.xml': bomb } })),
    /p\.xml: it declares entities/,
  );
});

it('entities that read other files', async () => {
  const course =
    '<!DOCTYPE course [<!ENTITY x SYSTEM "file:///etc/passwd">]><course url_name="a" org="b" course="c">&x;</course>';
  await refuses(await archived([], aCourse({ files: { 'course.xml': course } })), /course\.xml: it declares entities/);
});

it('ten gigabytes of zeros, without unpacking them all', async () => {
  const archive = pack();
  const size = 10 * 1024 ** 3;
  const zeros = Buffer.alloc(1024 * 1024);
  const entry = archive.entry({ name: 'course/static/zeros', size });
  const file = path.join(folder, 'zeros.tar.gz');
  // 128 of the 10,240 that the header promises: the refusal must come long before the end.
  const feed = pipeline(Readable.from(Array.from({ length: 128 }, () => zeros)), entry, { end: false });
  const writing = pipeline(archive, createGzip(), createWriteStream(file)).catch(() => {});
  await feed.catch(() => {});
  archive.destroy();
  await writing;
  await refuses(file, /larger than 512 MiB/);
});

it('an archive that grows out of all measure', async () => {
  const content = Buffer.alloc(100 * 1024 * 1024);
  await refuses(await archived([{ name: 'course/static/zeros', content }]), /200 times its size/);
});

it('a tower of elements', async () => {
  const tower = `<problem>${'<div>'.repeat(5000)}${'</div>'.repeat(5000)}</problem>`;
  await refuses(
    await archived([], aCourse({ units: { u: '<problem url_name="p"/>' }, files: { 'problem/p.xml': tower } })),
    /nested deeper/,
  );
});

it('a tower of blocks in files', async () => {
  const levels = Array.from({ length: 200 }, (_, i) => [
    `vertical/v${i}.xml`,
    `<vertical><vertical url_name="v${i + 1}"/></vertical>`,
  ]);
  await refuses(
    await archived([], aCourse({ units: { u: '<vertical url_name="v0"/>' }, files: Object.fromEntries(levels) })),
    /more than 100 deep/,
  );
});

it('blocks that multiply', async () => {
  const doubling = Array.from({ length: 40 }, (_, i) => [
    `vertical/v${i}.xml`,
    `<vertical>${`<vertical url_name="v${i + 1}"/>`.repeat(2)}</vertical>`,
  ]);
  const source = aCourse({
    units: { u: '<vertical url_name="v0"/>' },
    files: { ...Object.fromEntries(doubling), 'vertical/v40.xml': '<vertical/>' },
  });
  await refuses(await archived([], source), /more than 100000 blocks/);
});

it('blocks that stand in themselves', async () => {
  const source = aCourse({ units: { a: '<vertical url_name="b"/>', b: '<vertical url_name="a"/>' } });
  await refuses(await archived([], source), /stands in itself .*b\.xml, line 1/);
});

it('an entry file in a broken encoding', async () => {
  const broken = Buffer.concat([
    Buffer.from('<course url_name="a" org="b" course="'),
    Buffer.from([0xff, 0xfe, 0xc3]),
    Buffer.from('"/>'),
  ]);
  await refuses(await archived([], aCourse({ files: { 'course.xml': broken } })), /not in the encoding/);
});

it('two different files of one name', async () => {
  await refuses(await archived([{ name: 'course/static/a.txt', content: 'other' }]), /two different files/);
});

it('an archive that was cut off', async () => {
  const file = await archived([
    { name: 'course/static/noise', content: readFileSync(process.execPath).subarray(0, 300_000) },
  ]);
  truncateSync(file, 100_000);
  await refuses(file, /broken/);
});

it('an archive with a size that is no number', async () => {
  const file = await archived([]);
  const tar = gunzipSync(readFileSync(file));
  tar[124] = 0xcc;
  tar.fill(' ', 148, 156);
  const sum = tar.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  writeFileSync(file, gzipSync(tar));
  await refuses(file, /has no size/);
});

it.each([
  ['a text', 'hello', /no archive/],
  ['a ZIP file', 'PK\u0003\u0004', /is a ZIP file/],
  ['nothing', '', /is empty/],
])('%s instead of an archive', async (_what, content, message) => {
  const file = path.join(folder, 'other.tar.gz');
  writeFileSync(file, content);
  await refuses(file, message);
});

it('an archive without a course', async () => {
  await refuses(await archived([], { 'readme.txt': 'nothing' }), /neither a course\.xml nor/);
});

it('a course whose way to its first block is broken', async () => {
  await refuses(
    await archived([], aCourse({ files: { 'course/2031.xml': '<course><chapter></course>' } })),
    /2031\.xml is not XML \(line 1\)/,
  );
  await refuses(
    await archived([], { 'course.xml': '<course url_name="x" org="a" course="b"/>' }),
    /points to course\/x\.xml, which is not there/,
  );
});

it('a failure while rows are stored', async () => {
  await database.asOwner('alter table course_version add constraint never check (false) not valid');
  try {
    await expect(importing(await archived([]))).rejects.toThrow(/never/);
  } finally {
    await database.asOwner('alter table course_version drop constraint never');
  }
});

it('a failure at the very commit', async () => {
  await database.asOwner(
    `create function refuse() returns trigger language plpgsql as 'begin raise exception ''too late''; end'`,
  );
  await database.asOwner(
    'create constraint trigger late after insert on course_version deferrable initially deferred for each row execute function refuse()',
  );
  try {
    await expect(importing(await archived([]))).rejects.toThrow(/too late/);
  } finally {
    await database.asOwner('drop function refuse cascade');
  }
});
