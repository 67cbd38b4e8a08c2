import type { Database, Writing } from '../../kernel/database/index.ts';
import { ensureSecret } from '../identity/index.ts';
import { publicKeyOf, signHead, signingKey } from './head.ts';
import { appendToLog, insertHead, lockLog, selectHeads, selectNodes, selectWaiting } from './log-store.ts';
import { growTree, peaksOf } from './merkle.ts';

const batch_leaves = 5_000;
const keyName = 'ledger';

/**
 * Brings the leaves that wait into the log and signs a head over it, one process at a time. Done by the clock, and
 * before a receipt is given. It sees hashes only.
 *
 * @returns how many leaves
 * @throws when the log and its last signed head differ: then nothing is signed over it
 */
export async function appendLeaves(database: Database): Promise<number> {
  for (let count = 0; ; ) {
    const added = await database.write('provide', appendBatch);
    count += added;
    if (added < batch_leaves) return count;
  }
}

async function appendBatch(w: Writing<'provide'>): Promise<number> {
  await lockLog(w);
  const leaves = await selectWaiting(w, batch_leaves);
  if (leaves.length === 0) return 0;
  const [last] = await selectHeads(w, null, 1);
  const start = last?.size ?? 0;
  const peaks = await selectNodes(w, peaksOf(start));
  if (peaks.includes(null)) throw brokenLog(start);
  const tree = growTree(start, peaks as Buffer[]);
  if (last && !tree.root().equals(last.root)) throw brokenLog(start);
  const nodes = leaves.flatMap((leaf) => tree.add(leaf));
  await appendToLog(w, start, leaves, nodes);
  const key = signingKey(await ensureSecret(w, keyName));
  await insertHead(w, signHead({ size: tree.size, root: tree.root(), signedAt: w.now() }, key));
  return leaves.length;
}

function brokenLog(size: number): Error {
  return new Error(`the ledger's log is not what was signed at size ${size}: 'mooc ledger verify' says where`);
}

/** The key that anybody checks the log's heads with: 32 bytes, Ed25519. Made when first asked for. */
export async function getLogKey(database: Database): Promise<Buffer> {
  return publicKeyOf(signingKey(await database.write('provide', (w) => ensureSecret(w, keyName))));
}
