import type { Database } from '../../kernel/database/index.ts';
import {
  createVersion,
  createVersionCache,
  ensureCourse,
  formatKey,
  hashContent,
  parseKey,
  publishVersion,
  type StoredBlock,
} from '../courses/index.ts';
import { enrol } from '../enrolment/index.ts';
import { type Documents, readDocuments } from '../policy/index.ts';
import type { ScriptRunner } from '../problems/index.ts';
import { createDrawnProblems } from './drawn-problems.ts';
import { atBlock, type BlockReader, type CourseReader, enterCourse } from './enter-course.ts';
import { createPseudonyms } from './pseudonym.ts';
import type { LearningTools } from './tools.ts';

export { makeOutline } from './outline.ts';

/** A block of a test course: tag, url_name, attributes, and what it holds: blocks, or a content. */
export interface TestBlock {
  readonly tag: string;
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content?: string;
  readonly children?: readonly TestBlock[];
}

export const testCourse = formatKey({ kind: 'course', org: 'LakeU', number: 'Tides', run: '2026' });

export function block(
  tag: string,
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  inside: string | readonly TestBlock[] = [],
): TestBlock {
  return typeof inside === 'string'
    ? { tag, name, attributes, content: inside }
    : { tag, name, attributes, children: inside };
}

/** A number to type in; 4 is right. */
export const numberProblem =
  '<problem><p>2 + 2?</p><numericalresponse answer="4"><formulaequationinput/></numericalresponse>' +
  '<demandhint><hint>Count on.</hint><hint>Use your <b>fingers</b>.</hint></demandhint>' +
  '<solution><p>Four.</p></solution></problem>';

/** A course with one section, one subsection and one unit that holds `inside`. */
export function oneUnit(inside: readonly TestBlock[], attributes: Readonly<Record<string, string>> = {}): TestBlock {
  const unit = block('vertical', 'unit1', { display_name: 'Unit 1' }, inside);
  const subsection = block('sequential', 'sub1', { display_name: 'Subsection 1' }, [unit]);
  const section = block('chapter', 'section1', { display_name: 'Section 1' }, [subsection]);
  const shown = { display_name: 'Tides', start: '2020-01-01T00:00:00Z', ...attributes };
  return block('course', parseKey(testCourse)!.run, shown, [section]);
}

/** Publishes a course, in the place of what was published before. @returns the version's id */
export function publishCourse(database: Database, root: TestBlock, courseKey: string = testCourse): Promise<string> {
  const contents = new Map<string, Uint8Array>();
  return database.write('provide', async (w) => {
    await ensureCourse(w, parseKey(courseKey)!);
    const made = await createVersion(w, {
      courseKey,
      author: null,
      message: 'for a test',
      root: stored(root, contents),
      manifest: { folder: '', documents: {}, files: {} },
      contents,
    });
    if (made.type !== 'created') throw new Error(made.because);
    await publishVersion(w, courseKey, made.versionId);
    return made.versionId;
  });
}

function stored(
  { tag, name, attributes = {}, content, children = [] }: TestBlock,
  contents: Map<string, Uint8Array>,
): StoredBlock {
  const bytes = content === undefined ? null : new TextEncoder().encode(content);
  const contentHash = bytes && hashContent(bytes);
  if (bytes && contentHash) contents.set(contentHash, bytes);
  const inside = children.map((child) => stored(child, contents));
  return {
    tag,
    name,
    attributes,
    contentHash,
    layoutHash: null,
    error: null,
    embedded: {},
    source: {},
    children: inside,
  };
}

/** What learning works with; without Python, unless a runner is given. */
export function testTools(runner: ScriptRunner | null = null, wait_ms?: number): LearningTools {
  const runnerFor = () => runner;
  const pseudonymFor = createPseudonyms(() => Promise.resolve(Buffer.alloc(32, 7)));
  const drawn = createDrawnProblems(runnerFor, pseudonymFor, wait_ms);
  return { versions: createVersionCache(), runnerFor, drawn, documents: testDocuments(), hasGraders: true };
}

/** The shipped documents. */
function testDocuments(): Documents {
  const site = { siteName: '', operatorName: '', privacyAddress: '', storagePlace: 'here', minimumAge_years: 16 };
  return readDocuments('policy', site);
}

/** The person, enrolled and inside the course. */
export async function aReader(
  database: Database,
  tools: LearningTools,
  personId: string,
  courseKey: string = testCourse,
): Promise<CourseReader> {
  const terms = { courseKey, opens_at: null, closes_at: null, isInvitationOnly: false, capacity: null };
  await database.write('provide', (w) => enrol(w, personId, terms));
  const entry = await enterCourse(database.read('provide'), tools, personId, courseKey);
  if (entry.type === 'refused') throw new Error(entry.because);
  return entry.reader;
}

export function at(reader: CourseReader, blockId: string): BlockReader {
  const found = atBlock(reader, blockId, new Date());
  if (!found) throw new Error(`${blockId} is closed`);
  return found;
}
