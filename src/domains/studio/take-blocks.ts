import type { Reading } from '../../kernel/database/index.ts';
import {
  findCourse,
  getContents,
  getStoredVersion,
  inFolder,
  type Manifest,
  type ManifestFile,
  newForm,
  type StoredBlock,
  type VersionCache,
  walkBlocks,
} from '../courses/index.ts';

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
  const source = (await getStoredVersion(r, course.draftVersion, versions)).manifest;
  const blocks = taken.flatMap((block) => [...walkBlocks(block)]);
  const hashes = blocks.flatMap(({ contentHash }) => contentHash ?? []);
  const texts = [...(await getContents(r, hashes)).values()];
  const settings = blocks.map(({ attributes }) => Object.values(attributes).join(' '));
  const all = [...texts, ...settings].join(' ');
  const files: Record<string, ManifestFile> = {};
  for (const [path, file] of Object.entries(source.files)) {
    const start = inFolder(source, 'static/');
    if (!path.startsWith(start)) continue;
    const name = path.slice(start.length);
    const place = inFolder(target, `static/${name}`);
    if (!target.files[place] && (all.includes(name) || all.includes(encodeURI(name)))) files[place] = file;
  }
  return files;
}
