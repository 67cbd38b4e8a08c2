import { createHash } from 'node:crypto';

/**
 * The Merkle tree of RFC 6962, section 2.1, pure. A node is named by its level (0 are the leaves) and its place; only
 * nodes whose whole subtree is there are ever kept, and every other hash follows from them.
 */

/** A node with a whole subtree below it. */
export interface NodeName {
  readonly level: number;
  readonly place: number;
}

/** Leaves from `start` up to and without `end`. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What a leaf is hashed to: never what a node is (the first byte differs). */
export function hashLeaf(data: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(0)).update(data).digest();
}

export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(1)).update(left).update(right).digest();
}

/** The whole subtrees that a span consists of, from left to right. The span must be one of a tree: it begins evenly. */
function nodesOf({ start, end }: Span): NodeName[] {
  const nodes: NodeName[] = [];
  for (let at = start; at < end; ) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level += 1;
    nodes.push({ level, place: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** The whole subtrees of a tree of so many leaves, the largest first. */
export function peaksOf(size: number): NodeName[] {
  return nodesOf({ start: 0, end: size });
}

/** The hash over neighbouring subtrees, the largest first. */
export function joinPeaks(hashes: readonly Uint8Array[]): Buffer {
  const last = hashes.at(-1);
  if (!last) return createHash('sha256').digest();
  return hashes.slice(0, -1).reduceRight<Buffer>((right, left) => hashNode(left, right), Buffer.from(last));
}

/** The largest power of two below `size`: where a tree of so many leaves parts. */
function partOf(size: number): number {
  let part = 1;
  while (part * 2 < size) part *= 2;
  return part;
}

/** The nodes behind each hash of an inclusion proof, from the leaf up. */
export function inclusionNodes(position: number, size: number): NodeName[][] {
  const spans: Span[] = [];
  for (let span: Span = { start: 0, end: size }; span.end - span.start > 1; ) {
    const middle = span.start + partOf(span.end - span.start);
    const left = { start: span.start, end: middle };
    const right = { start: middle, end: span.end };
    spans.push(position < middle ? right : left);
    span = position < middle ? left : right;
  }
  return spans.reverse().map(nodesOf);
}

/** The nodes behind each hash of a proof that the tree of `size` leaves continues the one of `first`. */
export function consistencyNodes(first: number, size: number): NodeName[][] {
  const spans: Span[] = [];
  let span: Span = { start: 0, end: size };
  while (span.end !== first) {
    const middle = span.start + partOf(span.end - span.start);
    const left = { start: span.start, end: middle };
    const right = { start: middle, end: span.end };
    spans.push(first <= middle ? right : left);
    span = first <= middle ? left : right;
  }
  // Where the first tree is one whole subtree, whoever checks has its hash already.
  if (span.start > 0) spans.push(span);
  return spans.reverse().map(nodesOf);
}

/** A tree as it grows: only its peaks are in memory. */
export interface GrowingTree {
  readonly size: number;
  /** Adds a leaf. @returns the nodes above the leaves that became whole by it */
  add(leaf: Uint8Array): readonly (NodeName & { readonly hash: Buffer })[];
  root(): Buffer;
}

/** A tree of so many leaves, to go on growing. @param hashes of `peaksOf(size)` */
export function growTree(size: number, hashes: readonly Uint8Array[]): GrowingTree {
  const peaks: { readonly level: number; readonly hash: Buffer }[] = peaksOf(size).map(({ level }, index) => ({
    level,
    hash: Buffer.from(hashes[index]!),
  }));
  let count = size;
  return {
    get size() {
      return count;
    },
    add(leaf) {
      const made: (NodeName & { hash: Buffer })[] = [];
      let top: { readonly level: number; readonly hash: Buffer } = { level: 0, hash: Buffer.from(leaf) };
      for (let last = peaks.at(-1); last?.level === top.level; last = peaks.at(-1)) {
        peaks.pop();
        top = { level: top.level + 1, hash: hashNode(last.hash, top.hash) };
        made.push({ ...top, place: Math.floor(count / 2 ** top.level) });
      }
      peaks.push(top);
      count += 1;
      return made;
    },
    root: () => joinPeaks(peaks.map(({ hash }) => hash)),
  };
}
