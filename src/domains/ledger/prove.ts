import type { Reading } from '../../kernel/database/index.ts';
import type { SignedHead } from './head.ts';
import { selectHeads, selectNodes, selectPosition } from './log-store.ts';
import { consistencyNodes, inclusionNodes, joinPeaks, type NodeName, peaksOf } from './merkle.ts';

/** That a leaf is in the log: its position, the hashes beside its way up, and the head that they lead to. */
export interface Inclusion {
  readonly position: number;
  readonly path: readonly Buffer[];
  readonly head: SignedHead;
}

const page_heads = 100;

/** Signed heads, the newest first, at most 100; with `before`, those of fewer leaves. */
export function listHeads(r: Reading<'provide'>, before: number | null): Promise<readonly SignedHead[]> {
  return selectHeads(r, before, page_heads);
}

/** Proves that a leaf is in the newest head's log; null when it is in none, or waits to be. */
export async function proveInclusion(r: Reading<'provide'>, leaf: Uint8Array): Promise<Inclusion | null> {
  const [head] = await selectHeads(r, null, 1);
  const position = await selectPosition(r, leaf);
  if (!head || position === null || position === undefined || position >= head.size) return null;
  return { position, path: await hashesOf(r, inclusionNodes(position, head.size)), head };
}

/** Proves that the newest head's log continues the one of `first` leaves; null when it has not so many. */
export async function proveConsistency(
  r: Reading<'provide'>,
  first: number,
): Promise<{ readonly head: SignedHead; readonly path: readonly Buffer[] } | null> {
  const [head] = await selectHeads(r, null, 1);
  if (!head || first < 1 || first > head.size) return null;
  return { head, path: await hashesOf(r, consistencyNodes(first, head.size)) };
}

/** The root that the log had at a size; null when it never was so large. */
export async function findRootAt(r: Reading<'provide'>, size: number): Promise<Buffer | null> {
  const peaks = await selectNodes(r, peaksOf(size));
  return peaks.includes(null) ? null : joinPeaks(peaks as Buffer[]);
}

async function hashesOf(r: Reading<'provide'>, groups: readonly (readonly NodeName[])[]): Promise<Buffer[]> {
  const hashes = await selectNodes(r, groups.flat());
  if (hashes.includes(null)) throw new Error("a hash of the ledger's log is missing: 'mooc ledger verify' says where");
  let at = 0;
  return groups.map((group) => {
    const own = hashes.slice(at, at + group.length) as Buffer[];
    at += group.length;
    return joinPeaks(own);
  });
}
