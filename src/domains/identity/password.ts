import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { isCommonPassword } from './common-passwords.ts';

/** What speaks against a password. */
export type PasswordFault = 'too-short' | 'too-long' | 'too-common' | 'like-your-address';

/** How long a password must be, as the forms say. */
export const shortestPassword_chars = 10;
/** Far beyond what people type; it bounds the work of a stranger's request. */
export const longestPassword_chars = 200;

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane. Each hash carries its own, so they can grow. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tag_bytes = 32;

const derive = promisify(argon2);

/** What speaks against a password; null when nothing does. No rules of composition: they make passwords worse. */
export function findPasswordFault(password: string, email: string): PasswordFault | null {
  if ([...password].length < shortestPassword_chars) return 'too-short';
  if (password.length > longestPassword_chars) return 'too-long';
  if (isCommonPassword(password)) return 'too-common';
  const plain = password.toLowerCase();
  const local = email.toLowerCase().split('@')[0] ?? '';
  return plain === email.toLowerCase() || (local.length >= 6 && plain.replace(/[\d\W]+$/, '') === local)
    ? 'like-your-address'
    : null;
}

/** The password as a PHC string (`$argon2id$v=19$m=…`). Runs off the main thread. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive('argon2id', { ...cost, message: plainOf(password), nonce: salt, tagLength: tag_bytes });
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`;
}

/** Whether the password belongs to the hash. */
export async function matchesPassword(password: string, hash: string): Promise<boolean> {
  if (password.length > longestPassword_chars) return false;
  const { parameters, tag } = readHash(hash);
  return timingSafeEqual(await derive('argon2id', { ...parameters, message: plainOf(password) }), tag);
}

/** Takes as long as `matchesPassword` does: for an address that nobody has, so that the time does not tell. */
export async function pretendToMatch(password: string): Promise<false> {
  await hashPassword(password.slice(0, longestPassword_chars));
  return false;
}

/** One keyboard writes é as one character, another as two. */
function plainOf(password: string): string {
  return password.normalize('NFKC');
}

function readHash(hash: string): { parameters: Omit<Argon2Parameters, 'message'>; tag: Buffer } {
  const parts = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  if (!parts) throw new Error('a stored password hash has no known form');
  const tag = Buffer.from(parts[5]!, 'base64');
  return {
    parameters: {
      memory: Number(parts[1]),
      passes: Number(parts[2]),
      parallelism: Number(parts[3]),
      nonce: Buffer.from(parts[4]!, 'base64'),
      tagLength: tag.length,
    },
    tag,
  };
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
