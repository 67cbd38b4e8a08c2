import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** The log's size and hash at a moment. */
export interface Head {
  /** How many leaves it is the hash over. */
  readonly size: number;
  readonly root: Uint8Array;
  readonly signedAt: Date;
}

/** A head with the site's Ed25519 signature. */
export interface SignedHead extends Head {
  readonly signature: Uint8Array;
}

/** What is signed: TreeHeadSignature of RFC 6962, section 3.5, version 1. */
function headBytes({ size, root, signedAt }: Head): Buffer {
  const fixed = Buffer.alloc(18);
  fixed.writeUInt8(0, 0);
  fixed.writeUInt8(1, 1);
  fixed.writeBigUInt64BE(BigInt(signedAt.getTime()), 2);
  fixed.writeBigUInt64BE(BigInt(size), 10);
  return Buffer.concat([fixed, root]);
}

/** The frame that Node wants around the 32 bytes of a key (RFC 8410). */
const privateKeyFrame = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The site's signing key, from its 32 secret bytes. */
export function signingKey(secret: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privateKeyFrame, secret]), format: 'der', type: 'pkcs8' });
}

/** The 32 bytes that anybody checks signatures with. */
export function publicKeyOf(key: KeyObject): Buffer {
  return Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x!, 'base64url');
}

export function signHead(head: Head, key: KeyObject): SignedHead {
  return { ...head, signature: sign(null, headBytes(head), key) };
}

export function isSignedBy(head: SignedHead, publicKey: Uint8Array): boolean {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, headBytes(head), key, head.signature);
}
