import { OperatorError } from '../../../kernel/errors.ts';
import type { StoredBlock } from '../../courses/index.ts';
import type { Sink, SourceFiles } from '../archive/source-files.ts';
import type { Findings } from '../finding.ts';
import type { CourseModel } from './course-model.ts';
import { listRoots, type Root } from './find-root.ts';
import { readManifest } from './read-documents.ts';
import { readDrafts } from './read-drafts.ts';
import { type KeyWish, readRoot } from './read-root.ts';
import { createReadState, keepContent } from './read-state.ts';
import { renameRun } from './rename-run.ts';

export interface CourseReading {
  readonly model: CourseModel;
  readonly findings: Findings;
  /** Paths below `drafts/` that the draft tree is made from. */
  readonly draftPaths: ReadonlySet<string>;
}

/**
 * Reads a whole course from its files. Whatever is odd becomes a finding; files that no block is made from are kept,
 * those in memory by the sink.
 *
 * @throws OperatorError when there is no course in it, or one that is built to harm
 */
export async function readCourse(source: SourceFiles, sink: Sink, wish: KeyWish = {}): Promise<CourseReading> {
  const { place, state, read } = readFirstRoot(source, wish);
  const { root, key, sourceRun } = read;
  const draftRoot = readDrafts(state, root);
  const asWritten = await readManifest(state, place, sink);
  const manifest = renameRun(asWritten, state.contents, (text) => keepContent(state, text), sourceRun, root.name);
  const model = { key, root, draftRoot, manifest, contents: state.contents };
  const draftPaths = new Set([...state.used].filter((path) => path.startsWith('drafts/')));
  return { model, findings: source.findings, draftPaths };
}

/**
 * Some archives hold a whole course in the folder where the definition of the course should be, so that what `course.xml`
 * points to is a pointer again: then the course inside is meant.
 */
function readFirstRoot(source: SourceFiles, wish: KeyWish) {
  const attempt = (place: Root) => {
    const state = createReadState(source.files, place.top + place.folder, source.findings);
    return { place, state, read: readRoot(state, place, wish) };
  };
  const [first, ...inside] = listRoots(source);
  let read = attempt(first);
  for (const place of inside) if (leadsOn(read.read.root)) read = attempt(place);
  return read;
}

function leadsOn({ attributes, children }: StoredBlock): boolean {
  return children.length === 0 && ['url_name', 'org', 'course'].every((name) => attributes[name] !== undefined);
}

/** @throws OperatorError when a block stands in itself: such a course can be checked, and not be imported */
export function refuseCycles(findings: Findings): void {
  const cycle = findings.firstOf('cycle');
  if (!cycle) return;
  throw new OperatorError(
    `A block of the course stands in itself (${cycle.file}, line ${cycle.line}). ${cycle.message} Nothing was imported.`,
  );
}
