import { parseXml, walk } from '../../kernel/xml/index.ts';
import { idOf, walkBlocks } from '../courses/index.ts';
import type { CourseReading } from './olx/read-course.ts';

/** What a course holds, in figures. A block that stands in two places counts once. */
export interface CourseCounts {
  readonly blocks: number;
  readonly byTag: Readonly<Record<string, number>>;
  /** Responses in problems by their tag: `multiplechoiceresponse`. */
  readonly byResponse: Readonly<Record<string, number>>;
  /** Problems with Python of their author. */
  readonly withPython: number;
  /** Blocks that have a draft of their own. */
  readonly drafts: number;
  readonly files: number;
}

export function countCourse({ model, draftPaths }: CourseReading): CourseCounts {
  const { root, manifest, contents } = model;
  const published = new Map([...walkBlocks(root)].map((block) => [idOf(block), block]));
  const responses: string[] = [];
  let withPython = 0;
  for (const block of published.values()) {
    if (block.tag !== 'problem' || !block.contentHash || block.error) continue;
    const elements = [...walk(parseXml(Buffer.from(contents.get(block.contentHash)!).toString('utf8')))];
    responses.push(...elements.map((element) => element.name).filter((name) => name.endsWith('response')));
    if (elements.some((element) => element.name === 'script' && isPython(element.attributes.type))) withPython += 1;
  }
  return {
    blocks: published.size,
    byTag: tally([...published.values()].map((block) => block.tag)),
    byResponse: tally(responses),
    withPython,
    drafts: [...draftPaths].filter((path) => path.endsWith('.xml')).length,
    files: Object.keys(manifest.files).length,
  };
}

function isPython(type: string | undefined): boolean {
  return !/javascript|perl/.test(type ?? '');
}

function tally(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)));
}
