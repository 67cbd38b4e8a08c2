import { OperatorError } from '../../../kernel/errors.ts';
import type { Sink, SourceFiles } from '../archive/source-files.ts';
import type { Findings } from '../finding.ts';
import type { CourseModel } from './course-model.ts';
import { listRoots } from './find-root.ts';
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

/** Some archives hold a course within the folder of another one that is empty: then the one inside is meant. */
function readFirstRoot(source: SourceFiles, wish: KeyWish) {
  const places = listRoots(source);
  for (const place of places) {
    const state = createReadState(source.files, place.top + place.folder, source.findings);
    const read = readRoot(state, place, wish);
    if (read.root.children.length > 0) return { place, state, read };
  }
  const [place] = places;
  const state = createReadState(source.files, place.top + place.folder, source.findings);
  return { place, state, read: readRoot(state, place, wish) };
}

/** @throws OperatorError when a block stands in itself: such a course can be checked, and not be imported */
export function refuseCycles(findings: Findings): void {
  const cycle = findings.firstOf('cycle');
  if (!cycle) return;
  throw new OperatorError(
    `A block of the course stands in itself (${cycle.file}, line ${cycle.line}). ${cycle.message} Nothing was imported.`,
  );
}
