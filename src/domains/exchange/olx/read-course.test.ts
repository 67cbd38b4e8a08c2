import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, walkBlocks } from '../../courses/index.ts';
import { openSource } from '../archive/open-source.ts';
import type { Sink } from '../archive/source-files.ts';
import { aCourse, type CourseSource, writeArchive } from '../testing.ts';
import { type CourseReading, readCourse } from './read-course.ts';
import type { KeyWish } from './read-root.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mooc-read-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sink: Sink = {
  put: async (bytes) => ({
    hash: createHash('sha256')
      .update(bytes as Uint8Array)
      .digest('hex'),
    size_bytes: 0,
  }),
};

async function read(course: CourseSource, wish: KeyWish = {}): Promise<CourseReading> {
  const archive = await writeArchive(path.join(folder, 'course.tar.gz'), course);
  return readCourse(await openSource(archive, sink), sink, wish);
}

async function readUnit(inner: string, files: CourseSource = {}) {
  const reading = await read(aCourse({ units: { u: inner }, files }));
  const unit = [...walkBlocks(reading.model.root)].find((block) => idOf(block) === 'vertical@u')!;
  const text = (hash: string | null) => (hash ? Buffer.from(reading.model.contents.get(hash)!).toString() : null);
  return { reading, unit, block: unit.children[0]!, text, findings: reading.findings.list };
}

describe('the way to a course', () => {
  it('finds course.xml below other folders', async () => {
    const nested = Object.fromEntries(Object.entries(aCourse()).map(([name, text]) => [`a/b/${name}`, text]));
    expect((await read({ ...nested, 'README.md': 'x' })).model.manifest.folder).toBe('a/b');
  });

  it('reads a course of 2012 that stands in one file', async () => {
    const { model } = await read({
      'course.xml':
        '<course name="Old Rivers" org="edX" course="old" slug="2012_Fall"><chapter name="Week 1: Sea"><video youtube_id_1_0="x"/></chapter></course>',
    });
    expect(model.key).toEqual({ kind: 'course', org: 'edX', number: 'old', run: '2012_Fall' });
    expect(model.root.children[0]!.name).toBe('Week_1_Sea');
    expect(model.root.children[0]!.children[0]!.name).toMatch(/^video_[0-9a-f]{12}$/);
  });

  it('takes the course inside of an empty one', async () => {
    const inside = Object.fromEntries(Object.entries(aCourse()).map(([name, text]) => [`course/${name}`, text]));
    const { model } = await read({
      'course.xml': '<course url_name="course" org="LakeU" course="Rivers"/>',
      ...inside,
    });
    expect(model.manifest.folder).toBe('course');
    expect(model.key.run).toBe('2031');
  });

  it('reads a course in which there is nothing yet', async () => {
    const reading = await read({
      'course.xml': '<course url_name="course" org="LakeU" course="Empty"/>',
      'course/course.xml': '<course/>',
    });
    expect(reading.model).toMatchObject({ key: { number: 'Empty' }, root: { children: [] }, manifest: { folder: '' } });
    expect(reading.findings.total).toBe(0);
  });

  it('leaves courses of other programs alone', async () => {
    const other = { 'course.xml': '<course id="2" contextid="3"><shortname>x</shortname></course>' };
    await expect(read(other)).rejects.toThrow(/not in the Open edX format/);
  });

  it('reads a library', async () => {
    const { model } = await read({
      'library.xml':
        '<library url_name="library" org="LakeU" library="Bank" display_name="Bank"><problem url_name="p"/></library>',
      'problem/p.xml': '<problem display_name="P"><p/></problem>',
    });
    expect(model.key).toEqual({ kind: 'library', org: 'LakeU', number: 'Bank', run: '' });
    expect(model.root.children.map(idOf)).toEqual(['problem@p']);
  });

  it('takes another key when it is told to, and the policy comes along', async () => {
    const { model } = await read(aCourse(), { org: 'OtherU', number: 'R2', run: '2032' });
    expect(model.key).toEqual({ kind: 'course', org: 'OtherU', number: 'R2', run: '2032' });
    const hash = model.manifest.documents['policies/2032/policy.json'];
    expect(JSON.parse(Buffer.from(model.contents.get(hash!)!).toString())).toHaveProperty(['course/2032']);
  });
});

describe('blocks', () => {
  it('a pointer has no attribute but its name', async () => {
    const files = { 'done/d.xml': '<done align="left"/>' };
    expect((await readUnit('<done url_name="d"/>', files)).block.attributes).toEqual({ align: 'left' });
    const inline = await readUnit('<done url_name="d" xblock-family="xblock.v1"/>', files);
    expect(inline.block.attributes).toEqual({ 'xblock-family': 'xblock.v1' });
    expect(inline.findings.map((f) => f.code)).toContain('unreached');
  });

  it('a colon in a name is a folder', async () => {
    const { block } = await readUnit('<problem url_name="week1:one"/>', {
      'problem/week1/one.xml': '<problem weight="2"/>',
    });
    expect(block).toMatchObject({ name: 'week1:one', attributes: { weight: '2' } });
  });

  it('an old filename leads to the rest of a problem', async () => {
    const files = { 'problem/L1.xml': '<problem showanswer="never"><p>2 + 2</p></problem>' };
    const { block, text } = await readUnit('<problem name="L1 Problem" filename="L1" points="1"/>', files);
    expect(block).toMatchObject({
      name: 'L1_Problem',
      attributes: { showanswer: 'never' },
      source: { path: 'problem/L1.xml' },
    });
    expect(text(block.contentHash)).toBe('<problem><p>2 + 2</p></problem>');
  });

  it.each([
    ['beside its block', 'week1:h', 't', 'html/week1/t.html'],
    ['with a doubled ending', 'h', 't.html', 'html/t.html'],
    ['with fewer folders', 'week1:h', 't', 't.html'],
  ])('the text of an html block %s', async (_what, name, filename, place) => {
    const file = `html/${name.replace(':', '/')}.xml`;
    const { block, text } = await readUnit(`<html url_name="${name}"/>`, {
      [file]: `<html filename="${filename}"/>`,
      [place]: '<p>Hi<br></p>',
    });
    expect(text(block.contentHash)).toBe('<p>Hi<br></p>');
  });

  it('html inside its element, with tags or with escaped ones', async () => {
    const tags = await readUnit('<html url_name="h">One <b>two</b> &amp; three</html>');
    expect(tags.text(tags.block.contentHash)).toBe('One <b>two</b> &amp; three');
    const escaped = await readUnit('<html url_name="h">&lt;p&gt;One&lt;/p&gt;</html>');
    expect(escaped.text(escaped.block.contentHash)).toBe('<p>One</p>');
  });

  it('fields in elements and in meta are settings', async () => {
    const { block } = await readUnit(
      '<poll url_name="p"><option:format xmlns:option="http://code.edx.org/xblock/option">null</option:format><meta>{"weight": 3}</meta></poll>',
    );
    expect(block.embedded).toEqual({ format: null, weight: 3 });
  });

  it('lines of a template language are left out', async () => {
    const { block, findings } = await readUnit('<problem url_name="p"/>', {
      'problem/p.xml': '<problem>\n% if x < 3:\n<p/>\n</problem>',
    });
    expect(block.error).toBeNull();
    expect(findings.map((f) => f.code)).toEqual(['mako']);
  });

  it('an unknown tag is kept whole', async () => {
    const { block, text, findings } = await readUnit(
      '<quantum url_name="q" spin="up"><state a="1">x</state></quantum>',
    );
    expect(block).toMatchObject({ tag: 'quantum', attributes: { spin: 'up' }, children: [] });
    expect(text(block.contentHash)).toBe('<quantum><state a="1">x</state></quantum>');
    expect(findings).toMatchObject([{ level: 'note', code: 'unknown-tag', file: 'course/vertical/u.xml', line: 1 }]);
  });
});

describe('what is odd', () => {
  it('a file that is no XML is an error block with its bytes', async () => {
    const source = '<problem>\n 1 < 2\n</problem>';
    const { block, text, findings } = await readUnit('<problem url_name="p"/>', { 'problem/p.xml': source });
    expect(block.error).toMatch(/problem\/p\.xml is not XML \(line 2\)/);
    expect(text(block.contentHash)).toBe(source);
    expect(findings).toMatchObject([{ level: 'error', code: 'not-xml', file: 'course/problem/p.xml', line: 2 }]);
  });

  it.each([
    ['a pointer to nothing', '<problem url_name="p"/>', {}, 'missing-block'],
    ['a text that is missing', '<html url_name="h"/>', { 'html/h.xml': '<html filename="h"/>' }, 'missing-html'],
    ['a date that is none', '<html url_name="h" start="soon">x</html>', {}, 'bad-date'],
    [
      'a date in a policy that is none',
      '<html url_name="h">x</html>',
      { 'policies/2031/policy.json': '{"sequential/first": {"due": "soon"}}' },
      'bad-date',
    ],
    ['a policy that is no JSON', '<html url_name="h">x</html>', { 'policies/2031/policy.json': '{,}' }, 'bad-json'],
    [
      'a text that is not UTF-8',
      '<html url_name="h"/>',
      { 'html/h.xml': '<html filename="h"/>', 'html/h.html': Buffer.from([0xe9]) },
      'encoding',
    ],
    [
      'a block in two places',
      '<html url_name="h"/><html url_name="h"/>',
      { 'html/h.xml': '<html>x</html>' },
      'block-twice',
    ],
    ['no name', '<video youtube="x"/>', {}, 'no-name'],
    ['another tag in a file', '<problem url_name="p"/>', { 'problem/p.xml': '<html>x</html>' }, 'wrong-tag'],
    ['a block that nothing leads to', '', { 'problem/p.xml': '<problem/>' }, 'unreached'],
  ])('%s is a finding', async (_what, unit, files, code) => {
    expect((await readUnit(unit, files as CourseSource)).findings.map((finding) => finding.code)).toEqual([code]);
  });

  it('two blocks of one name: the second is renamed', async () => {
    const { unit, findings } = await readUnit('<html url_name="h">one</html><html url_name="h">two</html>');
    expect(unit.children[0]!.name).toBe('h');
    expect(unit.children[1]!.name).toMatch(/^html_h_[0-9a-f]{12}$/);
    expect(findings.map((finding) => finding.code)).toEqual(['duplicate-name']);
  });
});

describe('drafts', () => {
  const draft = (name: string, index: number, inner = '') =>
    `<vertical display_name="${name}" parent_url="i4x://LakeU/Rivers/sequential/first" index_in_children_list="${index}">${inner}</vertical>`;

  it('stand in their places among the units that are public', async () => {
    const units = { b: '', d: '' };
    const files = { 'drafts/vertical/a.xml': draft('A', 0), 'drafts/vertical/c.xml': draft('C', 2) };
    const { model } = await read(aCourse({ units, files }));
    const namesIn = (root: typeof model.root) => root.children[0]!.children[0]!.children.map((unit) => unit.name);
    expect(namesIn(model.root)).toEqual(['b', 'd']);
    expect(namesIn(model.draftRoot!)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('replace a unit that is public, and look for their parts among the drafts first', async () => {
    const files = {
      'problem/p.xml': '<problem weight="1"/>',
      'drafts/vertical/u.xml': draft('U', 0, '<problem url_name="p"/>'),
      'drafts/problem/p.xml': '<problem weight="2"/>',
    };
    const { model } = await read(aCourse({ units: { u: '<problem url_name="p"/>' }, files }));
    const weightIn = (root: typeof model.root) =>
      [...walkBlocks(root)].find((b) => b.tag === 'problem')!.attributes.weight;
    expect([weightIn(model.root), weightIn(model.draftRoot!)]).toEqual(['1', '2']);
  });

  it('without a place are kept as files', async () => {
    const lost = draft('Lost', 0).replace('/first', '/gone');
    const { model, findings } = await read(aCourse({ files: { 'drafts/vertical/x.xml': lost } }));
    expect(model.draftRoot).toBeNull();
    expect(Object.keys(model.manifest.files)).toEqual(['drafts/vertical/x.xml']);
    expect(findings.list.map((finding) => finding.code)).toEqual(['draft-without-parent', 'unreached']);
  });
});
