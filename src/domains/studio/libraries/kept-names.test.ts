import { expect, it } from 'vitest';
import { hashContent, type StoredBlock } from '../../courses/index.ts';
import { aBlock } from '../../courses/testing.ts';
import { derivedName } from './derived-name.ts';
import { keptNames } from './kept-names.ts';

const key = 'library-v1:LakeU+Bank';
const texts = new Map<string, string>();

function aProblem(name: string, content: string, title = ''): StoredBlock {
  const contentHash = hashContent(Buffer.from(content));
  texts.set(contentHash, content);
  return aBlock('problem', name, { contentHash, attributes: title ? { display_name: title } : {} });
}

it('keeps names by what they were derived from, by the words however they are indented, by the title, in this order', () => {
  const nile = '<problem><p>Nile</p></problem>';
  const blocks = [
    aProblem('a', nile),
    aProblem('b', nile),
    aProblem('c', '<problem>c</problem>', 'Volga'),
    aProblem('d', '<problem>new</problem>'),
  ];
  const selection = aBlock('library_content', 'drawn', {
    children: [
      aProblem('elsewhere', '<problem>\n  <p>Nile</p>\n</problem>'),
      aProblem(derivedName(key, 'b', 'drawn'), '<problem>old words</problem>'),
      aProblem('titled', '<problem>other</problem>', 'Volga'),
    ],
  });
  const names = keptNames(key, blocks, selection, texts);
  expect(blocks.map((block) => names.get(block))).toEqual([
    'elsewhere',
    derivedName(key, 'b', 'drawn'),
    'titled',
    derivedName(key, 'd', 'drawn'),
  ]);
  expect(new Set(names.values()).size).toBe(4);
});
