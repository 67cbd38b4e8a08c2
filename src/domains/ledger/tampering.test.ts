import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createRandom } from '../../../test/support/random.ts';
import { verifyReceipt } from '../../behaviours/shared/verify-receipt.ts';
import { isContinuedBy, rootFromInclusion } from './check-proof.ts';
import { leafOf, makeEntry, type SaltedEntry } from './entry.ts';
import { publicKeyOf, type SignedHead, signHead } from './head.ts';
import { auditLog } from './log-audit.ts';
import { consistencyNodes, growTree, hashLeaf, inclusionNodes, joinPeaks, type NodeName } from './merkle.ts';
import type { Inclusion } from './prove.ts';
import { findReceiptFault, type Receipt, readHead, readReceipt, writeHead, writeReceipt } from './receipt.ts';

/** A log in memory: what its keeper has, who may lie. */
interface Log {
  readonly leaves: readonly Buffer[];
  readonly heads: readonly SignedHead[];
  head(): SignedHead;
  inclusion(position: number, head: SignedHead): Inclusion;
  /** The best proof that this log has to offer. */
  continuing(size: number): { readonly head: SignedHead; readonly path: readonly Buffer[] };
}

/** A log of these leaves, signed after each of `sizes`. */
function logOf(leaves: readonly Buffer[], sizes: ReadonlySet<number>): Log {
  const tree = growTree(0, []);
  const nodes = new Map<string, Buffer>();
  const heads: SignedHead[] = [];
  leaves.forEach((leaf, position) => {
    nodes.set(`0/${position}`, leaf);
    for (const { level, place, hash } of tree.add(leaf)) nodes.set(`${level}/${place}`, hash);
    const signedAt = new Date(Date.UTC(2026, 10, 24, 10, position));
    if (sizes.has(tree.size)) heads.push(signHead({ size: tree.size, root: tree.root(), signedAt }, key));
  });
  const join = (names: readonly NodeName[]) =>
    joinPeaks(names.map(({ level, place }) => nodes.get(`${level}/${place}`)!));
  const head = () => heads.at(-1)!;
  return {
    leaves,
    heads,
    head,
    inclusion: (position, to) => ({ position, head: to, path: inclusionNodes(position, to.size).map(join) }),
    continuing: (size) => ({ head: head(), path: consistencyNodes(size, head().size).map(join) }),
  };
}

const { privateKey: key } = generateKeyPairSync('ed25519');
const publicKey = publicKeyOf(key);

function anEntry(number: number): SaltedEntry {
  const salt = randomBytes(32);
  const made = {
    personId: 'ada',
    kind: 'correction',
    by: 'self',
    role: null,
    said: { fields: [`field ${number}`] },
  } as const;
  return { salt, entry: makeEntry(made, new Date(Date.UTC(2026, 10, 24, 9, number % 60)), salt) };
}

const inHex = ({ head, path }: ReturnType<Log['continuing']>) => ({
  head: writeHead(head),
  path: path.map((hash) => hash.toString('hex')),
});

/** Whether the holder of a receipt is content, who asks today's log: by the site's code, and by the browser's. */
async function isContent(text: string, log: Log): Promise<boolean> {
  const byBrowser = await verifyReceipt(text, {
    key: async () => publicKey.toString('hex'),
    continuing: async (size) => (size <= log.head().size ? inHex(log.continuing(size)) : null),
  });
  const bySite = isSound(readReceipt(text), log);
  expect(byBrowser === 'sound', `${byBrowser}, and the site says ${bySite}`).toBe(bySite);
  return bySite;
}

function isSound(receipt: Receipt | null, log: Log): boolean {
  if (!receipt || findReceiptFault(receipt, publicKey)) return false;
  const head = readHead(receipt.log.head);
  if (head.size > log.head().size) return false;
  return isContinuedBy(head, log.head(), log.continuing(head.size).path);
}

function isAuditClean(leaves: readonly Buffer[], heads: readonly SignedHead[]): boolean {
  const audit = auditLog(heads, publicKey);
  leaves.forEach((leaf, position) => {
    audit.add(position, leaf);
  });
  return audit.finish().length === 0;
}

function flipBit(bytes: Buffer, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
  return copy;
}

/** What a keeper may do to the leaves at a place that a receipt or head vouches for. */
const changes: Readonly<Record<string, (leaves: Buffer[], at: number, pick: (below: number) => number) => Buffer[]>> = {
  flip: (leaves, at, pick) => leaves.with(at, flipBit(leaves[at]!, pick(256))),
  drop: (leaves, at) => leaves.toSpliced(at, 1),
  reorder: (leaves, at, pick) => {
    const other = (at + 1 + pick(leaves.length - 1)) % leaves.length;
    return leaves.with(at, leaves[other]!).with(other, leaves[at]!);
  },
  fork: (leaves, at) => [...leaves.slice(0, at), ...leaves.slice(at).map((_, index) => leafOf(anEntry(index)))],
};

it('detects a flipped bit, a dropped, reordered or forked entry in 1,000 of 1,000 trials', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const pick = createRandom(seed);
  const kinds = [...Object.keys(changes), 'flip in a receipt'];
  const detected = new Map<string, number>();
  for (let trial = 0; trial < 1_000; trial++) {
    const kind = kinds[trial % kinds.length]!;
    const count = 2 + pick(40);
    const entries = Array.from({ length: count }, (_, index) => anEntry(index));
    const sizes = new Set([count, 1 + pick(count), 1 + pick(count)]);
    const honest = logOf(entries.map(leafOf), sizes);
    const held = honest.heads[pick(honest.heads.length)]!;
    const position = pick(held.size);
    const receipt = JSON.stringify(writeReceipt(entries[position]!, honest.inclusion(position, held)));
    expect(await isContent(receipt, honest), `trial ${trial}: sound`).toBe(true);
    expect(isAuditClean(honest.leaves, honest.heads), `trial ${trial}: clean`).toBe(true);

    let isDetected: boolean;
    if (kind === 'flip in a receipt') {
      const changed = flipBit(Buffer.from(receipt), pick(receipt.length * 8)).toString();
      isDetected = !(await isContent(changed, honest));
    } else {
      const changed = changes[kind]!([...honest.leaves], pick(held.size), pick);
      // Left with the heads that were signed, the check of everything finds it; signed anew, whoever holds a receipt.
      const forged = logOf(changed, new Set([...sizes, changed.length]));
      isDetected = !isAuditClean(changed, honest.heads) && !(await isContent(receipt, forged));
    }
    if (isDetected) detected.set(kind, (detected.get(kind) ?? 0) + 1);
    else console.log(`not detected: trial ${trial}, ${kind}`);
  }
  expect(Object.fromEntries(detected)).toEqual(Object.fromEntries(kinds.map((kind) => [kind, 200])));
});

it('hashes and proves as RFC 6962 does, for every leaf of every tree up to 40', () => {
  // Its examples, as certificate transparency's own tests have them.
  const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const roots = [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];
  const tree = growTree(0, []);
  expect(tree.root().toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(
    inputs.map((input) => {
      tree.add(hashLeaf(Buffer.from(input, 'hex')));
      return tree.root().toString('hex');
    }),
  ).toEqual(roots);

  const leaves = Array.from({ length: 40 }, (_, index) => hashLeaf(Buffer.of(index)));
  for (let size = 1; size <= leaves.length; size++) {
    const log = logOf(leaves.slice(0, size), new Set(leaves.map((_, index) => index + 1)));
    const root = log.head().root;
    for (let at = 0; at < size; at++) {
      const { path } = log.inclusion(at, log.head());
      expect(rootFromInclusion(leaves[at]!, { position: at, size, path })).toEqual(root);
      expect(isContinuedBy(log.heads[at]!, log.head(), log.continuing(at + 1).path), `${at + 1} to ${size}`).toBe(true);
    }
  }
});
