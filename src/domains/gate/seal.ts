import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Who may not be told yet is kept under the site's key, so that no row leads from them to the disclosure. */

const nonce_bytes = 12;
const tag_bytes = 16;

/** Hides whose something is. @param key of 32 bytes */
export function seal(key: Buffer, personId: string): Buffer {
  const nonce = randomBytes(nonce_bytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(personId, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Finds out whose it is. @throws when the key is another, or the bytes were changed */
export function unseal(key: Buffer, bytes: Buffer): string {
  const cipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonce_bytes));
  cipher.setAuthTag(bytes.subarray(nonce_bytes, nonce_bytes + tag_bytes));
  return cipher.update(bytes.subarray(nonce_bytes + tag_bytes), undefined, 'utf8') + cipher.final('utf8');
}
