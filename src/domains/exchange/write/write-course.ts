import { hashTree, inFolder, type Manifest, type StoredBlock } from '../../courses/index.ts';
import type { CourseTrees } from './course-trees.ts';
import { mainTree } from './main-tree.ts';
import { withName, wrapElement } from './markup.ts';
import type { OutputFiles } from './output.ts';
import { writeBlockFile, writeBody } from './write-block.ts';
import { type DraftFiles, rereadDrafts, writeDrafts } from './write-drafts.ts';
import type { WriteState } from './write-state.ts';

export interface CourseToWrite extends CourseTrees {
  readonly manifest: Manifest;
  readonly contents: ReadonlyMap<string, Uint8Array>;
  /** The bytes of the files below `drafts/` that the course came with, by path below its folder. */
  readonly drafts: DraftFiles;
}

/**
 * All files of a course, from what is stored of it. Where the drafts that came in still say what authors work on, all
 * of it goes out as it came; else drafts are written anew.
 */
export function writeCourse(course: CourseToWrite): OutputFiles {
  const { base, head, drafts } = course;
  const untouched = writeMain(course, base);
  if (hashTree(rereadDrafts(untouched, base, drafts).tree) === hashTree(head)) {
    for (const [path, bytes] of drafts) untouched.files.set(untouched.prefix + path, { bytes });
    return untouched.files;
  }
  const main = mainTree(head, base);
  const state = writeMain(course, main);
  writeDrafts(state, { ...course, base: main }, drafts);
  return state.files;
}

/** Everything outside of `drafts/`. */
function writeMain(course: CourseToWrite, root: StoredBlock): WriteState {
  const { manifest, contents } = course;
  const files: OutputFiles = new Map();
  const state: WriteState = { contents, files, prefix: inFolder(manifest, '') };
  writeRoot(state, root, course);
  for (const [path, hash] of Object.entries(manifest.documents)) files.set(path, { bytes: contents.get(hash)! });
  for (const [path, asset] of Object.entries(manifest.files)) {
    if (!isDraftPath(manifest, path) && !files.has(path)) files.set(path, { asset });
  }
  return state;
}

/** Whether a path of the manifest lies below the course's `drafts/`. */
export function isDraftPath(manifest: Manifest, path: string): boolean {
  return path.startsWith(inFolder(manifest, 'drafts/'));
}

function writeRoot(state: WriteState, root: StoredBlock, { key }: CourseTrees): void {
  const { tag, source } = root;
  const own: Readonly<Record<string, string>> =
    key.kind === 'library' ? { org: key.org, library: key.number } : { org: key.org, course: key.number };
  const put = (path: string, text: string) => state.files.set(state.prefix + path, { bytes: Buffer.from(`${text}\n`) });
  if (!source.inline && writeBlockFile(state, root)) {
    const attributes = { ...named(root, source.pointer ?? {}, ''), ...own };
    put(`${tag}.xml`, wrapElement(tag, attributes, ''));
    return;
  }
  const { attributes, inner, before, behind } = writeBody(state, root);
  const element = wrapElement(tag, { ...named(root, attributes, inner), ...own }, inner);
  put(`${tag}.xml`, [before, element, behind].filter(Boolean).join('\n'));
}

/** A root without a name is called by its tag. */
function named(root: StoredBlock, attributes: Readonly<Record<string, string>>, inner: string) {
  if (root.source.named_by === 'none' && root.name === root.tag) return attributes;
  return withName(root, attributes, inner);
}
