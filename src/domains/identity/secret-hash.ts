import { createHash } from 'node:crypto';

/** What is stored of a session's or link's secret. The secret has 256 random bits, so a plain hash can't be guessed. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
