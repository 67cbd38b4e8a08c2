import { hashNode } from './merkle.ts';

/** The root that a leaf and its inclusion proof lead to (RFC 9162, section 2.1.3.2); null when the proof has not the right length. */
export function rootFromInclusion(
  leaf: Uint8Array,
  { position, size, path }: { readonly position: number; readonly size: number; readonly path: readonly Uint8Array[] },
): Uint8Array | null {
  if (position >= size) return null;
  let [at, last, root] = [position, size - 1, leaf];
  for (const hash of path) {
    if (last === 0) return null;
    const isLeft = at % 2 === 0 && at !== last;
    root = isLeft ? hashNode(root, hash) : hashNode(hash, root);
    [at, last] = climb(at, last, isLeft);
  }
  return last === 0 ? root : null;
}

/** Whether the second tree continues the first: same leaves in the same order, then more (RFC 9162, section 2.1.4.2). */
export function isContinuedBy(
  first: { readonly size: number; readonly root: Uint8Array },
  second: { readonly size: number; readonly root: Uint8Array },
  path: readonly Uint8Array[],
): boolean {
  if (first.size === second.size) return path.length === 0 && isSame(first.root, second.root);
  if (first.size < 1 || first.size > second.size) return false;
  const isWhole = Number.isInteger(Math.log2(first.size));
  const [start, ...rest] = isWhole ? [first.root, ...path] : path;
  if (!start) return false;
  let [at, last] = [first.size - 1, second.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [older, newer] = [start, start];
  for (const hash of rest) {
    if (last === 0) return false;
    const isLeft = at % 2 === 0 && at !== last;
    if (!isLeft) older = hashNode(hash, older);
    newer = isLeft ? hashNode(newer, hash) : hashNode(hash, newer);
    [at, last] = climb(at, last, isLeft);
  }
  return last === 0 && isSame(older, first.root) && isSame(newer, second.root);
}

/** One level up; a last node without a right neighbour goes up until it has a left one. */
function climb(at: number, last: number, isLeft: boolean): [number, number] {
  let [up, top] = [at, last];
  if (!isLeft) while (up % 2 === 0 && up !== 0) [up, top] = [up / 2, Math.floor(top / 2)];
  return [Math.floor(up / 2), Math.floor(top / 2)];
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
