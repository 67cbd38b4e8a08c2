import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import {
  createVersionCache,
  findCourse,
  getContent,
  getDraftVersion,
  getStoredVersion,
  hashContent,
  idOf,
} from '../courses/index.ts';
import { aBlock } from '../courses/testing.ts';
import { aPerson } from '../identity/testing.ts';
import { problemFromMarkdown } from '../problems/index.ts';
import { type Edit, findBlock, setContent, setSettings, sourceOf } from './index.ts';
import { aDraft } from './testing.ts';

let database: TestDatabase;
let r: Reading<'provide'>;
let chidi: string;
const versions = createVersionCache();

beforeAll(async () => {
  database = await aDatabase();
  r = database.read('provide');
  chidi = await aPerson(database, { email: 'chidi@lake.test', name: 'Chidi' });
});
afterAll(() => database.close());

const write = <T>(work: (w: Writing<'provide'>) => Promise<T>) => database.write('provide', work);
const by = (courseKey: string): Edit => ({ courseKey, author: chidi, message: 'Edited' });

async function draftOf(courseKey: string) {
  const course = await findCourse(r, courseKey);
  return getStoredVersion(r, course!.draftVersion!, versions);
}

async function block(courseKey: string, id: string) {
  return (await findBlock(r, await draftOf(courseKey), id))!;
}

function edited(result: { type: string }): void {
  expect(result).toMatchObject({ type: 'edited' });
}

describe('sources', () => {
  const problem = () =>
    aBlock('vertical', 'u', { children: [aBlock('problem', 'p', { attributes: { weight: '2' } })] });

  it('take a problem as Markdown and give it again', async () => {
    const key = await aDraft(database, [problem()]);
    const markdown = 'Which birds fly?\n\n[x] wren\n[ ] emu\n\n|| Look up. ||\n';
    const { edition } = await block(key, 'problem@p');
    const content = { blockId: 'problem@p', edition, kind: 'markdown', text: markdown } as const;
    edited(await write((w) => setContent(w, versions, by(key), content)));
    const { block: stored, texts } = await block(key, 'problem@p');
    expect(stored.attributes).toEqual({ weight: '2', markdown });
    expect(texts.content).toContain('<choiceresponse>');
  });

  it('change nothing when they are saved as they were shown', async () => {
    const xml = problemFromMarkdown('>>Which?<<\n\n(x) a\n( ) b\n');
    const given = { attributes: { weight: '2' }, contentHash: hashContent(Buffer.from(xml)) };
    const key = await aDraft(database, [aBlock('vertical', 'u', { children: [aBlock('problem', 'p', given)] })], [xml]);
    const before = await draftOf(key);
    for (const kind of ['markdown', 'xml'] as const) {
      const { block: stored, texts, edition } = await block(key, 'problem@p');
      const text = sourceOf(stored, texts, kind)!;
      edited(await write((w) => setContent(w, versions, by(key), { blockId: 'problem@p', edition, kind, text })));
    }
    expect((await draftOf(key)).versionId).toBe(before.versionId);
  });

  it('take XML, and say the line of what is none', async () => {
    const key = await aDraft(database, [problem()]);
    const { edition } = await block(key, 'problem@p');
    const save = (text: string) =>
      write((w) => setContent(w, versions, by(key), { blockId: 'problem@p', edition, kind: 'xml', text }));
    expect(await save('<problem>\n  <p>a < b</p>\n</problem>')).toMatchObject({ type: 'broken', line: 2 });
    expect(await save('<video/>')).toMatchObject({ type: 'broken', line: 1 });
    edited(await save('<problem url_name="other" weight="3"><p>x</p></problem>'));
    const { block: stored, texts } = await block(key, 'problem@p');
    expect([stored.name, stored.attributes, texts.content]).toEqual([
      'p',
      { weight: '3' },
      '<problem><p>x</p></problem>',
    ]);
  });

  it('keep the children of a block that holds some, in the order that the XML says', async () => {
    const bank = aBlock('library_content', 'b', { children: [aBlock('problem', 'p'), aBlock('problem', 'q')] });
    const key = await aDraft(database, [aBlock('vertical', 'u', { children: [bank] })]);
    const { edition } = await block(key, 'library_content@b');
    const save = (text: string) =>
      write((w) => setContent(w, versions, by(key), { blockId: 'library_content@b', edition, kind: 'xml', text }));
    const strange = '<library_content><problem url_name="z"/></library_content>';
    expect(await save(strange)).toMatchObject({ type: 'broken', line: 1 });
    edited(
      await save('<library_content max_count="1"><problem url_name="q"/><problem url_name="p"/></library_content>'),
    );
    const { block: stored } = await block(key, 'library_content@b');
    expect(stored.children.map(idOf)).toEqual(['problem@q', 'problem@p']);
    expect(stored.attributes).toEqual({ max_count: '1' });
  });
});

describe('settings', () => {
  it('are written into the policy where that has the last word', async () => {
    const policy = JSON.stringify({ 'sequential/first': { display_name: 'Ruled', due: '2026-02-01T00:00:00Z' } });
    const documents = { 'policies/2031/policy.json': hashContent(Buffer.from(policy)) };
    const key = await aDraft(database, [], [policy], { documents });
    const settings = { display_name: 'Mine', due: null, format: 'Homework' };
    const change = { blockId: 'sequential@first', edition: null, settings };
    edited(await write((w) => setSettings(w, versions, by(key), change)));
    const subsection = (await getDraftVersion(r, versions, key))!.blocks.get('sequential@first')!;
    expect(subsection.settings).toEqual({ display_name: 'Mine', format: 'Homework' });
    const [hash] = Object.values((await draftOf(key)).manifest.documents);
    expect(JSON.parse(await getContent(r, hash!))).toEqual({
      'sequential/first': { display_name: 'Mine' },
    });
  });
});
