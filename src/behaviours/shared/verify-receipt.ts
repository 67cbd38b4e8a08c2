import type { Receipt, WrittenHead } from '../../domains/ledger/index.ts';

/**
 * Checks a receipt of the ledger with the browser's own cryptography and nobody's word: that entry and salt lead over
 * the proof to the signed hash of the log, that the site's key signed it, and that the site's log of today continues it.
 */

/** What the check found. `forked`: the site signed what the receipt says, and its log is another one today. */
export type Finding = 'sound' | 'no-receipt' | 'changed' | 'unsigned' | 'forked';

/** What the site says of its log, in hex. */
export interface PublicLog {
  key(): Promise<string>;
  /** The newest head, and the proof that it continues the log of `size` leaves; null when there is none. */
  continuing(size: number): Promise<{ readonly head: WrittenHead; readonly path: readonly string[] } | null>;
}

type Bytes = Uint8Array<ArrayBuffer>;

export async function verifyReceipt(text: string, log: PublicLog): Promise<Finding> {
  const receipt = readReceipt(text);
  if (!receipt) return 'no-receipt';
  const { position, path, head } = receipt.log;
  const commitment = await sha256(fromHex(receipt.salt), new TextEncoder().encode(canonicalJson(receipt.entry)));
  const leaf = await sha256(Uint8Array.of(0), commitment);
  const root = await climb(leaf, position, head.size, path.map(fromHex));
  if (!root || toHex(root) !== head.root) return 'changed';
  const key = await log.key();
  if (!(await isSigned(head, key))) return 'unsigned';
  const now = await log.continuing(head.size);
  const isContinued = now && (await isSigned(now.head, key)) && (await isContinuedBy(head, now.head, now.path));
  return isContinued ? 'sound' : 'forked';
}

function readReceipt(text: string): Receipt | null {
  try {
    const receipt = JSON.parse(text) as Receipt;
    const { entry, salt, log } = receipt;
    const { head, path, position } = log;
    const isWhole =
      receipt.format === 'mooc ledger receipt 1' &&
      typeof entry === 'object' &&
      entry !== null &&
      [salt, head.root, ...path].every((each) => isHex(each, 32)) &&
      isHex(head.signature, 64) &&
      [position, head.size].every((each) => Number.isInteger(each) && each >= 0 && each < 2 ** 31) &&
      path.length < 32 &&
      !Number.isNaN(Date.parse(head.signed_at)) &&
      new Date(head.signed_at).toISOString() === head.signed_at;
    return isWhole ? receipt : null;
  } catch {
    return null;
  }
}

const isHex = (text: unknown, bytes: number): boolean =>
  typeof text === 'string' && text.length === bytes * 2 && /^[0-9a-f]+$/.test(text);

/** Keys sorted, no spaces: the one text that was hashed. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson((value as Record<string, unknown>)[key])}`).join(',')}}`;
}

/** From a leaf to the root (RFC 9162, section 2.1.3.2). */
async function climb(leaf: Bytes, position: number, size: number, path: readonly Bytes[]): Promise<Bytes | null> {
  if (position >= size) return null;
  let [at, last, root] = [position, size - 1, leaf];
  for (const hash of path) {
    if (last === 0) return null;
    const isLeft = at % 2 === 0 && at !== last;
    root = await (isLeft ? hashNode(root, hash) : hashNode(hash, root));
    [at, last] = goUp(at, last, isLeft);
  }
  return last === 0 ? root : null;
}

/** Whether a log continues an older one (RFC 9162, section 2.1.4.2). */
async function isContinuedBy(first: WrittenHead, second: WrittenHead, path: readonly string[]): Promise<boolean> {
  if (first.size === second.size) return path.length === 0 && first.root === second.root;
  if (first.size < 1 || first.size > second.size) return false;
  const isWhole = Number.isInteger(Math.log2(first.size));
  const [start, ...rest] = (isWhole ? [first.root, ...path] : path).map(fromHex);
  if (!start) return false;
  let [at, last] = [first.size - 1, second.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [older, newer] = [start, start];
  for (const hash of rest) {
    if (last === 0) return false;
    const isLeft = at % 2 === 0 && at !== last;
    if (!isLeft) older = await hashNode(hash, older);
    newer = await (isLeft ? hashNode(newer, hash) : hashNode(hash, newer));
    [at, last] = goUp(at, last, isLeft);
  }
  return last === 0 && toHex(older) === first.root && toHex(newer) === second.root;
}

function goUp(at: number, last: number, isLeft: boolean): [number, number] {
  let [up, top] = [at, last];
  if (!isLeft) while (up % 2 === 0 && up !== 0) [up, top] = [up / 2, Math.floor(top / 2)];
  return [Math.floor(up / 2), Math.floor(top / 2)];
}

/** What was signed: TreeHeadSignature of RFC 6962, section 3.5. */
async function isSigned({ size, root, signed_at, signature }: WrittenHead, key: string): Promise<boolean> {
  const bytes = new Uint8Array(50);
  const view = new DataView(bytes.buffer);
  view.setUint8(1, 1);
  view.setBigUint64(2, BigInt(Date.parse(signed_at)));
  view.setBigUint64(10, BigInt(size));
  bytes.set(fromHex(root), 18);
  const imported = await crypto.subtle.importKey('raw', fromHex(key), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, fromHex(signature), bytes);
}

const hashNode = (left: Bytes, right: Bytes) => sha256(Uint8Array.of(1), left, right);

async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

function fromHex(text: string): Bytes {
  return new Uint8Array((text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16)));
}

function toHex(bytes: Bytes): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
