import type { Reading } from '../../../kernel/database/index.ts';
import { childElements, parseXml, walk, XmlError } from '../../../kernel/xml/index.ts';
import {
  findCourse,
  getContents,
  getStoredVersion,
  idOf,
  type StoredBlock,
  type StoredVersion,
  type VersionCache,
} from '../../courses/index.ts';
import { displayedName } from '../displayed-name.ts';
import { renamed } from '../take-blocks.ts';
import { derivedName } from './derived-name.ts';

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
  const wanted = await wantedBlocks(r, library.root.children, selection.attributes.capa_type ?? 'any');
  const nameOf = namesFor(libraryKey, selection);
  const children = wanted.map((block) =>
    renamed(
      block,
      (one, parent) => (one === block ? nameOf(one) : derivedName(libraryKey, one.name, parent)),
      selection.name,
    ),
  );
  const attributes = { ...selection.attributes, source_library_version: versionMark(library.versionId) };
  return { libraryKey, library, fresh: { ...selection, attributes, children } };
}

/** Open edX's versions of libraries are 24 hexadecimal digits. */
function versionMark(versionId: string): string {
  return versionId.replaceAll('-', '').slice(0, 24);
}

/**
 * A block keeps the name that it has in the course: by its derived name, else, where the selection was made elsewhere, by
 * the same content or the same title.
 */
function namesFor(libraryKey: string, { name, children }: StoredBlock): (block: StoredBlock) => string {
  const left = new Map(children.map((child) => [idOf(child), child]));
  return (block) => {
    const derived = derivedName(libraryKey, block.name, name);
    const same = (test: (child: StoredBlock) => boolean) =>
      [...left.values()].find((child) => child.tag === block.tag && test(child));
    const found =
      left.get(`${block.tag}@${derived}`) ??
      same(({ contentHash }) => contentHash !== null && contentHash === block.contentHash) ??
      same((child) => displayedName(child) !== '' && displayedName(child) === displayedName(block));
    if (!found) return derived;
    left.delete(idOf(found));
    return found.name;
  };
}

/** All blocks of the library, or its problems that have a response of the type. */
async function wantedBlocks(
  r: Reading<'provide'>,
  blocks: readonly StoredBlock[],
  type: string,
): Promise<readonly StoredBlock[]> {
  if (type === 'any' || type === '') return blocks;
  const problems = blocks.filter(({ tag }) => tag === 'problem');
  const texts = await getContents(
    r,
    problems.flatMap(({ contentHash }) => contentHash ?? []),
  );
  return problems.filter(({ contentHash }) => hasResponse(texts.get(contentHash ?? '') ?? '', type));
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
