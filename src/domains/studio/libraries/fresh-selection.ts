import type { Reading } from '../../../kernel/database/index.ts';
import { childElements, parseXml, walk, XmlError } from '../../../kernel/xml/index.ts';
import {
  findCourse,
  getContents,
  getStoredVersion,
  type StoredBlock,
  type StoredVersion,
  type VersionCache,
} from '../../courses/index.ts';
import { renamed } from '../take-blocks.ts';
import { derivedName } from './derived-name.ts';
import { keptNames } from './kept-names.ts';

/** More parts than this no selection draws from. */
const most_blocks = 2000;

/** A random selection with what its library holds now. */
export interface FreshSelection {
  readonly libraryKey: string;
  readonly library: StoredVersion;
  /** The selection as taking the library's newest version makes it. */
  readonly fresh: StoredBlock;
}

/**
 * What a random selection would be with its library's newest version; null where the library is not here. Courses take
 * what the library holds now: as in Open edX, nothing of a library waits to be published.
 */
export async function freshSelection(
  r: Reading<'provide'>,
  versions: VersionCache,
  selection: StoredBlock,
): Promise<FreshSelection | null> {
  const libraryKey = selection.attributes.source_library_id ?? '';
  const record = libraryKey === '' ? null : await findCourse(r, libraryKey);
  if (record?.kind !== 'library' || !record.draftVersion) return null;
  const library = await getStoredVersion(r, record.draftVersion, versions);
  const all = library.root.children.slice(0, most_blocks);
  const hashes = [...all, ...selection.children.slice(0, most_blocks)].flatMap(({ contentHash }) => contentHash ?? []);
  const texts = await getContents(r, hashes);
  const wanted = wantedBlocks(all, selection.attributes.capa_type ?? 'any', texts);
  const names = keptNames(libraryKey, wanted, selection, texts);
  const nameFor = (block: StoredBlock, parentName: string) =>
    names.get(block) ?? derivedName(libraryKey, block.name, parentName);
  const children = wanted.map((block) => renamed(block, nameFor, selection.name));
  const attributes = { ...selection.attributes, source_library_version: versionMark(library.versionId) };
  return { libraryKey, library, fresh: { ...selection, attributes, children } };
}

/** Open edX's versions of libraries are 24 hexadecimal digits. */
function versionMark(versionId: string): string {
  return versionId.replaceAll('-', '').slice(0, 24);
}

/** All blocks of the library, or its problems that have a response of the type. */
function wantedBlocks(
  blocks: readonly StoredBlock[],
  type: string,
  texts: ReadonlyMap<string, string>,
): readonly StoredBlock[] {
  if (type === 'any' || type === '') return blocks;
  return blocks.filter(
    ({ tag, contentHash }) => tag === 'problem' && hasResponse(texts.get(contentHash ?? '') ?? '', type),
  );
}

function hasResponse(problem: string, type: string): boolean {
  try {
    return (
      problem !== '' &&
      childElements(parseXml(problem)).some((child) => [...walk(child)].some(({ name }) => name === type))
    );
  } catch (error) {
    if (error instanceof XmlError) return false;
    throw error;
  }
}
