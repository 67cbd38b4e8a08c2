import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeXml } from '../../../kernel/xml/index.ts';
import {
  childMark,
  edgeMark,
  hashContent,
  idOf,
  replaceBlock,
  type StoredBlock,
  walkBlocks,
} from '../../courses/index.ts';
import type { Sink, SourceFile } from '../archive/source-files.ts';
import { createFindings } from '../finding.ts';
import { readCourse } from '../olx/read-course.ts';
import { type CourseToWrite, writeCourse } from './write-course.ts';

const key = { kind: 'course', org: 'LakeU', number: 'Rivers', run: '2031' } as const;
const noFiles: Sink = { put: async (bytes) => ({ hash: hashContent(bytes as Uint8Array), size_bytes: 0 }) };

/** What an import makes of a course that was written. */
async function reread(course: Omit<CourseToWrite, 'key' | 'manifest' | 'drafts'>) {
  const manifest = { folder: '', documents: {}, files: {} };
  const written = writeCourse({ ...course, key, manifest, drafts: new Map() });
  const files = new Map<string, SourceFile>();
  for (const [name, file] of written) if ('bytes' in file) files.set(name, { bytes: Buffer.from(file.bytes) });
  const { model } = await readCourse({ files, findings: createFindings() }, noFiles);
  return { model, written };
}

// Characters that XML can hold, with those that must be escaped more often than chance would have it.
const character = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.constantFrom('<', '&', '>', '"', "'", '\n', '\t', '\r', ']', ']]>', ' ', 'é', '中', '😀'),
  },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme-ascii' }) },
);
const text = fc.array(character, { maxLength: 8 }).map((parts) => parts.join(''));
const attributeName = fc.constantFrom('display_name', 'weight', 'markdown', 'graded', 'start', 'x-y', 'a:b');
const attributes = fc.dictionary(attributeName, text, { maxKeys: 3, noNullPrototype: true });
const comment = fc.constantFrom(
  '',
  '\n  ',
  '<!-- note -->',
  ' loose words ',
  '<wiki slug="x"/>',
  '<![CDATA[ 1 < 2 ]]>',
);

interface Leaf {
  readonly tag: 'problem' | 'html' | 'quantum';
  readonly attributes: Record<string, string>;
  readonly isInline: boolean;
  readonly body: string;
}

const leaf: fc.Arbitrary<Leaf> = fc.record({
  tag: fc.constantFrom('problem', 'html', 'quantum'),
  attributes,
  isInline: fc.boolean(),
  body: text,
});

interface Branch {
  readonly attributes: Record<string, string>;
  readonly isInline: boolean;
  readonly gaps: readonly string[];
  readonly before: string;
  readonly leaves: readonly Leaf[];
}

const branch: fc.Arbitrary<Branch> = fc.record({
  attributes,
  isInline: fc.boolean(),
  gaps: fc.array(comment, { minLength: 5, maxLength: 5 }),
  before: fc.constantFrom('', '<!-- first -->', '<?note x?>'),
  leaves: fc.array(leaf, { maxLength: 4 }),
});

const none = { contentHash: null, layoutHash: null, error: null, embedded: {}, source: {}, children: [] };

/** An inline block with nothing but a name is a pointer, so no reader ever makes one. */
function notBare(isInline: boolean, given: Record<string, string>): Record<string, string> {
  return isInline && Object.keys(given).length === 0 ? { weight: '1' } : given;
}

/** Makes blocks of what chance gave, and gathers their contents. */
function createBlockMaker() {
  const contents = new Map<string, Uint8Array>();
  let count = 0;
  const keep = (content: string): string => {
    const bytes = Buffer.from(content);
    contents.set(hashContent(bytes), bytes);
    return hashContent(bytes);
  };
  return {
    contents,
    leaf({ tag, attributes: given, isInline, body }: Leaf): StoredBlock {
      const name = `b${count++}`;
      const attributes = notBare(isInline, given);
      const source = isInline ? { inline: true } : {};
      const escaped = writeXml({ type: 'text', text: body, cdata: false });
      if (tag === 'html' && !isInline) {
        // Text in a file may be anything at all; inside an element it is XML.
        return { ...none, tag, name, attributes: { ...attributes, filename: name }, contentHash: keep(body) };
      }
      const inner = tag === 'html' ? `<p>${escaped}</p>` : `<${tag}><p a="1">x</p>${escaped}</${tag}>`;
      return { ...none, tag, name, attributes, source, contentHash: body ? keep(inner) : null };
    },
    branch(tag: string, given: Branch, children: StoredBlock[]): StoredBlock {
      const inner = children.map((_, i) => given.gaps[i % 5] + childMark).join('') + given.gaps[4];
      const isFile = !given.isInline || tag === 'course';
      const layout = isFile && given.before ? [given.before, inner, ''].join(edgeMark) : inner;
      const source = isFile ? {} : { inline: true };
      const name = tag === 'course' ? key.run : `c${count++}`;
      const attributes = notBare(!isFile, given.attributes);
      return { ...none, tag, name, attributes, source, children, layoutHash: layout ? keep(layout) : null };
    },
  };
}

function build(chapters: readonly (readonly [Branch, Branch, readonly Branch[]])[], root: Branch) {
  const course = createBlockMaker();
  const tree = course.branch(
    'course',
    root,
    chapters.map(([chapter, sequential, units]) => {
      const verticals = units.map((unit) =>
        course.branch(
          'vertical',
          unit,
          unit.leaves.map((l) => course.leaf(l)),
        ),
      );
      return course.branch('chapter', chapter, [course.branch('sequential', sequential, verticals)]);
    }),
  );
  return { tree, course };
}

const chapters = fc.array(fc.tuple(branch, branch, fc.array(branch, { maxLength: 3 })), { maxLength: 3 });

describe('a course that is written and read again', () => {
  it('is the same, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(chapters, branch, async (parts, rootBranch) => {
        const { tree, course } = build(parts, rootBranch);
        const { model } = await reread({ base: tree, head: tree, contents: course.contents });
        expect(model.root).toEqual(tree);
        expect(model.draftRoot).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('has its drafts again, in their places', async () => {
    await fc.assert(
      fc.asyncProperty(chapters, branch, branch, fc.nat(), async (parts, rootBranch, changed, pick) => {
        const { tree, course } = build(parts, rootBranch);
        const places = [...walkBlocks(tree)].filter((block) => block.tag === 'sequential');
        const parent = places[pick % Math.max(places.length, 1)];
        if (!parent) return;
        const index = pick % (parent.children.length + 1);
        const place = {
          parent_url: `block-v1:LakeU+Rivers+2031+type@sequential+block@${parent.name}`,
          index_in_children_list: `${index}`,
        };
        const made = course.branch(
          'vertical',
          { ...changed, isInline: false, before: '' },
          changed.leaves.map((l) => course.leaf(l)),
        );
        const draft = { ...made, attributes: { ...made.attributes, ...place } };
        const head = replaceBlock(tree, idOf(parent), {
          ...parent,
          children: parent.children.toSpliced(index, 0, draft),
        });
        const { model } = await reread({ base: tree, head, contents: course.contents });
        expect(model.root).toEqual(tree);
        expect(model.draftRoot).toEqual(head);
      }),
      { numRuns: 100 },
    );
  });
});
