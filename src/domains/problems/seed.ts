import { createHash } from 'node:crypto';
import type { Rerandomize } from './attempts.ts';

/** The setting as stored, old spellings included. (Rule 4.3.) */
export function readRerandomize(stored: string): Rerandomize {
  switch (stored) {
    case '':
    case 'true':
    case 'always':
      return 'always';
    case 'onreset':
      return 'onreset';
    case 'false':
    case 'per_student':
      return 'per_student';
    default:
      return 'never';
  }
}

/**
 * The seed of a learner's problem. `per_student` gives one of 20, the same for ever; for `always` and `onreset` pass a
 * number drawn in [0, 1) and keep the seed until a reset.
 */
export function problemSeed(rerandomize: Rerandomize, userId: string, usageKey: string, drawn: number): number {
  switch (rerandomize) {
    case 'never':
      return 1;
    case 'per_student':
      return Number.parseInt(sha256(`${userId}b'${usageKey}'`).slice(0, 7), 16) % 20;
    default:
      return Math.floor(drawn * 1000);
  }
}

// The b'…' is hashed too: Python 3 printed bytes there, and every seed has depended on it since.
function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
