import type { Reading } from '../../kernel/database/index.ts';
import {
  findCourse,
  getVersion,
  inFolder,
  type Manifest,
  type ManifestFile,
  newForm,
  previewBlock,
  type StoredBlock,
  type VersionCache,
  walkBlocks,
} from '../courses/index.ts';
import { contentsOf } from './contents-of.ts';
import { filesOfBlock } from './files/where-used.ts';

/** The same block, with all that is below it, under other names: written down as new ones are. */
export function renamed(
  block: StoredBlock,
  nameFor: (block: StoredBlock, parentName: string) => string,
  parentName = '',
): StoredBlock {
  const name = nameFor(block, parentName);
  const { element, pointer } = block.source;
  const form = newForm(block.tag);
  const attributes = { ...form.attributes, ...pointer, ...block.attributes };
  if (block.tag === 'html') attributes.filename = name;
  // Else learners of both would talk in one place.
  if (block.tag === 'discussion' && attributes.discussion_id !== undefined) attributes.discussion_id = name;
  const children = block.children.map((child) => renamed(child, nameFor, name));
  return { ...block, name, attributes, children, source: element ? { ...form.source, element } : form.source };
}

/** Files of another course or library that the blocks' texts and settings name, by their paths in this one. */
export async function filesOf(
  r: Reading<'provide'>,
  versions: VersionCache,
  taken: readonly StoredBlock[],
  courseKey: string,
  target: Manifest,
): Promise<Record<string, ManifestFile>> {
  const course = await findCourse(r, courseKey);
  if (!course?.draftVersion) return {};
  const source = await getVersion(r, versions, course.draftVersion);
  const blocks = taken.flatMap((block) => [...walkBlocks(block)]);
  const texts = await contentsOf(r, blocks);
  const named = new Set<string>();
  for (const block of blocks) {
    const content = texts.get(block.contentHash ?? '') ?? '';
    for (const name of filesOfBlock(source, previewBlock(block, null), content)) named.add(name);
  }
  const files: Record<string, ManifestFile> = {};
  for (const name of named) {
    const place = inFolder(target, `static/${name}`);
    const { hash, mediaType, size_bytes } = source.files.get(name)!;
    if (!target.files[place]) files[place] = { hash, media_type: mediaType, size_bytes };
  }
  return files;
}
