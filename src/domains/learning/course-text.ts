import type { Reading, Writing } from '../../kernel/database/index.ts';
import { type HtmlNode, parseHtml } from '../../kernel/html/parse-html.ts';
import { type Block, type CourseVersion, getContents, getVersion } from '../courses/index.ts';
import { type BlockText, replaceTexts, searchLanguage, searchTexts } from './course-text-store.ts';
import type { CourseReader } from './enter-course.ts';
import type { OutlineUnit } from './outline.ts';
import { isSelection } from './selection.ts';
import type { LearningTools } from './tools.ts';

const longest_chars = 50_000;
const contentsAtOnce = 500;
const most_hits = 50;
const longestQuery_chars = 200;

/** Takes the words of what was published into the course's search. Runs when a course is published. */
export async function indexCourse(w: Writing<'provide'>, tools: LearningTools, versionId: string): Promise<void> {
  const version = await getVersion(w, tools.versions, versionId);
  const texts: BlockText[] = [];
  const blocks = [...version.blocks.values()].filter((block) => block.tag !== 'course' && block.tag !== 'chapter');
  for (let from = 0; from < blocks.length; from += contentsAtOnce) {
    const part = blocks.slice(from, from + contentsAtOnce);
    const contents = await getContents(
      w,
      part.flatMap(({ contentHash }) => contentHash ?? []),
    );
    for (const block of part) texts.push(textOf(block, contents.get(block.contentHash ?? '') ?? ''));
  }
  await replaceTexts(w, version.courseKey, searchLanguage(version.language), texts);
}

/** Answers, hints and solutions are no words to find: a search must not tell them. */
const unsearched: ReadonlySet<string> = new Set([
  'answer',
  'choicehint',
  'compoundhint',
  'correcthint',
  'demandhint',
  'hintgroup',
  'hintpart',
  'optionhint',
  'responseparam',
  'script',
  'solution',
  'solutionset',
  'stringequalhint',
  'style',
  'targetedfeedback',
  'targetedfeedbackset',
  'template',
]);

function textOf(block: Block, content: string): BlockText {
  const isReadable = ['html', 'problem'].includes(block.tag) && block.error === null;
  const body = isReadable ? wordsOf(content).slice(0, longest_chars) : '';
  return { blockId: block.id, title: clean(block.displayName), body };
}

/** What people read in HTML or in a problem's source. */
function wordsOf(source: string): string {
  const words: string[] = [];
  const waiting: HtmlNode[] = [...parseHtml(source)].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if ('value' in node && node.nodeName === '#text') words.push(node.value);
    if ('childNodes' in node && !unsearched.has(node.nodeName)) {
      for (const child of [...node.childNodes].reverse()) waiting.push(child);
    }
  }
  return clean(words.join(' '));
}

function clean(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** A place in the course where the words stand. */
export interface CourseHit {
  readonly unit: OutlineUnit;
  /** The block that holds the words; the unit itself when its name does. */
  readonly blockId: string;
  readonly title: string;
  /** The passage in parts: what was asked for, and what stands around it. */
  readonly passage: readonly { readonly text: string; readonly isFound: boolean }[];
}

/** Searches what this reader may see of the course. At most 50, best first. */
export async function searchCourse(r: Reading<'provide'>, reader: CourseReader, query: string): Promise<CourseHit[]> {
  const asked = clean(query).slice(0, longestQuery_chars);
  if (asked === '') return [];
  const { courseKey, version, outline } = reader;
  const open = [...outline.unitOf.keys()].filter((id) => isSearchable(version, id, reader.isStaff));
  const hits = await searchTexts(r, { courseKey, language: searchLanguage(version.language), open }, asked, most_hits);
  return hits.flatMap(({ blockId, title, passage }) => {
    const unit = outline.unitOf.get(blockId);
    return unit ? [{ unit, blockId, title, passage: partsOf(passage) }] : [];
  });
}

/** What is drawn for some readers only can't be found by all. */
function isSearchable(version: CourseVersion, id: string, isStaff: boolean): boolean {
  for (let step = version.blocks.get(id) ?? null; step; step = step.parent) {
    if (step.effective.visible_to_staff_only && !isStaff) return false;
    if (step.parent && isSelection(step.parent) && !isStaff) return false;
  }
  return true;
}

function partsOf(passage: string): CourseHit['passage'] {
  return passage
    .split(/(\uE000[^\uE001]*\uE001)/)
    .filter((text) => text !== '')
    .map((text) => ({ text: text.replace(/[\uE000\uE001]/g, ''), isFound: text.startsWith('\uE000') }));
}
