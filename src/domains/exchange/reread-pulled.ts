import type { Reading } from '../../kernel/database/index.ts';
import {
  type BlockId,
  hashBlock,
  idOf,
  type KeyParts,
  type StoredBlock,
  type StoredVersion,
  walkBlocks,
} from '../courses/index.ts';
import type { SourceFile } from './archive/source-files.ts';
import { nowhere } from './check-course.ts';
import { createFindings } from './finding.ts';
import { readCourse } from './olx/read-course.ts';
import { writePulled } from './pull-course.ts';

/** The tree that a folder holds which was pulled and not edited. */
export async function rereadPulled(r: Reading<'provide'>, key: KeyParts, version: StoredVersion): Promise<StoredBlock> {
  const files = new Map<string, SourceFile>();
  for (const [path, file] of await writePulled(r, key, version)) {
    if ('bytes' in file) files.set(path, { bytes: Buffer.from(file.bytes) });
    else files.set(path, { ...file.asset, mediaType: file.asset.media_type });
  }
  const { model } = await readCourse({ files, findings: createFindings() }, nowhere);
  return model.draftRoot ?? model.root;
}

/**
 * The tree of an edited folder, with every block that nobody edited as it is stored: what was a draft is written
 * elsewhere when it is pulled, and that is no change.
 */
export function withoutRewriting(edited: StoredBlock, stored: StoredBlock, reread: StoredBlock): StoredBlock {
  const [before, unedited] = [byId(stored), byId(reread)];
  const build = (block: StoredBlock): StoredBlock => {
    const id = idOf(block);
    const [kept, same] = [before.get(id), unedited.get(id)];
    const own = kept && same && hashBlock(same, []) === hashBlock(block, []) ? kept : block;
    return { ...own, children: block.children.map(build) };
  };
  return build(edited);
}

function byId(root: StoredBlock): ReadonlyMap<BlockId, StoredBlock> {
  return new Map([...walkBlocks(root)].map((block) => [idOf(block), block]));
}
