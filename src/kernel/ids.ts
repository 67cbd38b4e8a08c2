import { randomBytes, randomInt, randomUUIDv7 } from 'node:crypto';

/** An id for a row: UUIDv7, so that rows lie in the order of their making. */
export function newId(): string {
  return randomUUIDv7();
}

/** A secret for a link or a cookie: 256 bits, as text that is safe in addresses. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Without letters and digits that look alike. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A word made of chance alone, for people to read and type: five bits a letter. */
export function newWord(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}
