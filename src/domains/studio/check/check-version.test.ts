import { describe, expect, it } from 'vitest';
import { hashContent, previewVersion, type StoredBlock } from '../../courses/index.ts';
import { aBlock } from '../../courses/testing.ts';
import { problemFromMarkdown } from '../../problems/index.ts';
import { problemTemplates } from '../problem-templates.ts';
import { checkVersion } from './check-version.ts';
import type { Remark, RemarkCode } from './remark.ts';
import type { TryScript } from './try-problem.ts';

const files = { 'static/map.png': { hash: 'a'.repeat(64), media_type: 'image/png', size_bytes: 1 } };

/** A block with a content; the content's hash stands for it in a list of texts. */
function aPart(tag: string, name: string, content: string, attributes: Record<string, string> = {}) {
  return { block: aBlock(tag, name, { attributes, contentHash: hashContent(Buffer.from(content)) }), content };
}
const aText = (html: string) => aPart('html', 'text', html);
const aProblem = (xml: string) => aPart('problem', 'sum', `<problem>${xml}</problem>`);

interface Given {
  readonly parts?: readonly { readonly block: StoredBlock; readonly content: string }[];
  readonly unit?: Record<string, string>;
  readonly subsection?: Record<string, string>;
  readonly section?: Record<string, string>;
  readonly course?: Record<string, string>;
  readonly besides?: readonly StoredBlock[];
  readonly runScript?: TryScript;
}

async function check(given: Given) {
  const { parts = [aText('<p>Rivers run.</p>')], unit = {}, subsection = {}, section = {}, course = {} } = given;
  const vertical = aBlock('vertical', 'u', { attributes: unit, children: parts.map(({ block }) => block) });
  const sequential = aBlock('sequential', 's', { attributes: subsection, children: [vertical] });
  const chapter = aBlock('chapter', 'c', { attributes: section, children: [sequential] });
  const root = aBlock('course', '2031', {
    attributes: { display_name: 'Rivers', start: '2026-01-01', ...course },
    children: [chapter, ...(given.besides ?? [])],
  });
  const version = previewVersion({
    courseKey: 'course-v1:LakeU+Rivers+2031',
    root,
    manifest: { folder: '', documents: {}, files },
    contents: new Map(),
  });
  const texts = new Map(parts.map(({ block, content }) => [block.contentHash!, content]));
  return checkVersion(version, texts, given.runScript ? { runScript: given.runScript } : {});
}

async function remarksOn(given: Given): Promise<readonly Remark[]> {
  return (await check(given)).remarks;
}

const codes = (remarks: readonly Remark[]): RemarkCode[] => remarks.map(({ code }) => code);
const codesIn = async (html: string) => codes(await remarksOn({ parts: [aText(html)] }));

it('says nothing of a course in which all is well', async () => {
  expect(await check({})).toEqual({ remarks: [], errors: 0, warnings: 0, blocks: 5, untried: 0 });
});

describe('the text of a block', () => {
  it.each<[RemarkCode | null, string]>([
    ['image-without-alt', '<img src="/static/map.png">'],
    [null, '<img src="/static/map.png" alt="">'],
    [null, '<img src="/static/map.png" role="presentation">'],
    ['alt-is-file-name', '<img src="/static/map.png" alt="map.png">'],
    ['heading-skipped', '<h2>Rivers</h2><h4>Springs</h4>'],
    [null, '<h3>Rivers</h3><h4>Springs</h4><h3>Lakes</h3><h2>Seas</h2>'],
    ['link-vague', '<a href="https://lake.example">(Click here!)</a>'],
    [null, '<a href="https://lake.example">Here are the rivers</a>'],
    ['link-without-text', '<a href="https://lake.example"><img src="/static/map.png" alt=""></a>'],
    [null, '<a href="https://lake.example"><img src="/static/map.png" alt="A map"></a>'],
    [null, '<a name="top"></a>'],
    ['contrast', '<p style="color: #999; background-color: white">Rivers</p>'],
    ['contrast', '<p style="COLOR:rgb(255, 255, 0); background: #fff url(x.png)">Rivers</p>'],
    [null, '<p style="color: #767676; background-color: white">Rivers</p>'],
    [null, '<p style="color: #949494; background: white; font-size: 24px">Rivers</p>'],
    [null, '<p style="color: #999">Rivers</p>'],
    ['table-without-headers', '<table><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>'],
    [null, '<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>'],
    [null, '<table role="presentation"><tr><td>A</td><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>'],
    ['file-missing', '<a href="/static/gone.pdf">The book</a>'],
    [null, '<a href="/static/map.png#top">The map</a>'],
    ['block-missing', '<a href="/jump_to_id/gone">The lake</a>'],
    [null, '<a href="/jump_to_id/u">The unit</a>'],
    [null, '<a href="https://lake.example/courses/other/jump_to_id/x">Another course</a>'],
    [null, '<a href="/courses/course-v1:Other+C+1/jump_to_id/x">Another course</a>'],
  ])('%s: %s', async (code, html) => {
    expect(await codesIn(html)).toEqual(code === null ? [] : [code]);
  });

  it('is named once for each thing, with where and how often', async () => {
    const remarks = await remarksOn({ parts: [aText('<img src="a.png"><img src="b/c.png"><img src="c.png">')] });
    expect(remarks).toEqual([
      {
        level: 'warning',
        code: 'image-without-alt',
        blockId: 'html@text',
        tag: 'html',
        title: 'Text',
        at: { id: 'vertical@u', title: 'Unit' },
        above: ['Section', 'Subsection'],
        details: ['a.png', 'c.png'],
        times: 3,
      },
    ]);
  });
});

describe('places and dates', () => {
  it.each<[RemarkCode | null, Given]>([
    ['empty', { parts: [] }],
    ['wrong-place', { besides: [aBlock('html', 'lost', {})] }],
    ['block-in-error', { parts: [{ block: aBlock('html', 'x', { error: 'Its file is missing.' }), content: '' }] }],
    ['no-group-left', { section: { group_access: '{"1": [1]}' }, subsection: { group_access: '{"1": [2]}' } }],
    [null, { section: { group_access: '{"1": [1, 2]}' }, subsection: { group_access: '{"1": [2]}' } }],
    ['start-after-due', { subsection: { start: '2026-05-02', due: '2026-05-01' } }],
    ['start-after-due', { section: { start: '2026-05-02' }, subsection: { due: '2026-05-01' } }],
    ['opens-with-parent', { section: { start: '2026-05-02' }, subsection: { start: '2026-05-01' } }],
    [null, { section: { start: '2026-05-01' }, subsection: { start: '2026-05-02', due: '2026-05-03' } }],
    [null, { section: { start: '2026-05-01' }, subsection: { start: '1970-01-01' } }],
    ['never-opens', { course: { end: '2026-06-01' }, section: { start: '2026-07-01' } }],
    ['due-after-end', { course: { end: '2026-06-01' }, subsection: { due: '2026-07-01' } }],
    ['end-before-start', { course: { end: '2025-06-01' } }],
    ['enrolment-order', { course: { enrollment_start: '2026-02-01', enrollment_end: '2026-01-01' } }],
    ['date-unreadable', { subsection: { due: 'next week' } }],
    [null, { parts: [], unit: { visible_to_staff_only: 'true' } }],
  ])('%s: %j', async (code, given) => {
    expect(codes(await remarksOn(given))).toEqual(code === null ? [] : [code]);
  });

  it('asks for captions of a video', async () => {
    const video = (attributes: Record<string, string>) => [aPart('video', 'w', '<video/>', attributes)];
    expect(codes(await remarksOn({ parts: video({}) }))).toEqual(['video-without-captions']);
    expect(codes(await remarksOn({ parts: video({ transcripts: '{"en": "map.png"}' }) }))).toEqual([]);
  });
});

describe('problems', () => {
  const withPython = aProblem(
    '<script type="loncapa/python">x = 2</script><numericalresponse answer="$x"><formulaequationinput/></numericalresponse>',
  );

  it.each<[RemarkCode | null, string]>([
    [null, '<numericalresponse answer="4"><formulaequationinput/></numericalresponse>'],
    ['answer-refused', '<numericalresponse answer="four rivers"><formulaequationinput/></numericalresponse>'],
    ['answer-refused', '<numericalresponse answer="[4,2]"><formulaequationinput/></numericalresponse>'],
    ['problem-broken', '<numericalresponse><formulaequationinput/>'],
    ['image-without-alt', '<p><img src="/static/map.png"/></p>'],
  ])('%s: %s', async (code, xml) => {
    expect(codes(await remarksOn({ parts: [aProblem(xml)] }))).toEqual(code === null ? [] : [code]);
  });

  it.each(problemTemplates)('as the studio begins them have no error: $key', async ({ kind, text }) => {
    const content = kind === 'markdown' ? problemFromMarkdown(text) : text;
    const { remarks } = await check({ parts: [aPart('problem', 'new', content)] });
    expect(codes(remarks).filter((code) => code.startsWith('answer') || code.startsWith('problem'))).toEqual([]);
  });

  it('with Python are tried where there is a runner with time, and counted where there is none', async () => {
    const ran: TryScript = async () => ({ type: 'ran', variables: { x: { value: 2, printed: '2' } } });
    const failed: TryScript = async () => ({ type: 'failed', message: 'NameError: y' });
    expect(await check({ parts: [withPython] })).toMatchObject({ remarks: [], untried: 1 });
    expect(await check({ parts: [withPython], runScript: async () => null })).toMatchObject({ untried: 1 });
    expect(await check({ parts: [withPython], runScript: ran })).toMatchObject({ remarks: [], untried: 0 });
    expect(codes(await remarksOn({ parts: [withPython], runScript: failed }))).toEqual(['problem-broken']);
  });
});
