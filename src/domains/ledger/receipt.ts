import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { rootFromInclusion } from './check-proof.ts';
import { type EntryKind, leafOf, type SaltedEntry, saidSchemas, salt_bytes } from './entry.ts';
import { isSignedBy, type SignedHead } from './head.ts';
import type { Inclusion } from './prove.ts';

const hex = (bytes: number) => Type.String({ pattern: `^[0-9a-f]{${bytes * 2}}$` });
const closed = { additionalProperties: false } as const;
const largest = 2 ** 31 - 1;

const receiptFormat = 'mooc ledger receipt 1';

/** A receipt as a file holds it: an entry, what opens its leaf, and what proves that the leaf is in the log. Bytes in hex. */
const receiptSchema = Type.Object(
  {
    format: Type.Literal(receiptFormat),
    entry: Type.Object(
      {
        kind: Type.Union(Object.keys(saidSchemas).map((kind) => Type.Literal(kind as EntryKind))),
        at: Type.String({ maxLength: 40 }),
        by: Type.Union([Type.Literal('self'), Type.Literal('site'), Type.Literal('staff')]),
        role: Type.Union([Type.String({ maxLength: 200 }), Type.Null()]),
        person: hex(32),
        said: Type.Union(Object.values(saidSchemas)),
      },
      closed,
    ),
    salt: hex(salt_bytes),
    log: Type.Object(
      {
        position: Type.Integer({ minimum: 0, maximum: largest }),
        path: Type.Array(hex(32), { maxItems: 31 }),
        head: Type.Object(
          {
            size: Type.Integer({ minimum: 1, maximum: largest }),
            root: hex(32),
            signed_at: Type.String({ pattern: '^2\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' }),
            signature: hex(64),
          },
          closed,
        ),
      },
      closed,
    ),
  },
  closed,
);

/** A receipt of an entry. */
export type Receipt = Static<typeof receiptSchema>;

/** A head as receipts and addresses give it: bytes in hex. */
export type WrittenHead = Receipt['log']['head'];

/** A head with its bytes in hex. */
export function writeHead({ size, root, signedAt, signature }: SignedHead): WrittenHead {
  return { size, root: toHex(root), signed_at: signedAt.toISOString(), signature: toHex(signature) };
}

export function readHead({ size, root, signed_at, signature }: WrittenHead): SignedHead {
  return { size, root: fromHex(root), signedAt: new Date(signed_at), signature: fromHex(signature) };
}

export function writeReceipt({ entry, salt }: SaltedEntry, { position, path, head }: Inclusion): Receipt {
  const log = { position, path: path.map(toHex), head: writeHead(head) };
  return { format: receiptFormat, entry: entry as Receipt['entry'], salt: toHex(salt), log };
}

const receipts = Compile(receiptSchema);

/** A receipt out of a file's text; null when it is none. */
export function readReceipt(text: string): Receipt | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!receipts.Check(value)) return null;
    const { signed_at } = value.log.head;
    // A day that no calendar has is no moment, and throws here.
    return new Date(signed_at).toISOString() === signed_at ? value : null;
  } catch {
    return null;
  }
}

/** What a receipt turned out to be, as far as it can be told without the log. */
export type ReceiptFault =
  /** Entry, salt, position, proof or root were changed: they don't lead to one another. */
  | 'changed'
  /** The head does not bear this key's signature. */
  | 'unsigned';

/** What is wrong with a receipt by itself; null when nothing is. */
export function findReceiptFault(receipt: Receipt, publicKey: Uint8Array): ReceiptFault | null {
  const head = readHead(receipt.log.head);
  const leaf = leafOf({ entry: receipt.entry, salt: fromHex(receipt.salt) });
  const { position, path } = receipt.log;
  const root = rootFromInclusion(leaf, { position, size: head.size, path: path.map(fromHex) });
  if (!root || Buffer.compare(root, head.root) !== 0) return 'changed';
  return isSignedBy(head, publicKey) ? null : 'unsigned';
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function fromHex(text: string): Buffer {
  return Buffer.from(text, 'hex');
}
