import { spellingsOf } from './spellings.ts';

/** A value that was found: which of the given ones, and how it was written. Never the value itself. */
export interface Found {
  /** The place of the value among those that were asked for, from 1. */
  readonly value: number;
  readonly spelling: string;
  readonly offset: number;
}

/** Looks for many values in all their spellings, in one pass over the bytes. */
export interface Finder {
  readonly longest_bytes: number;
  find(bytes: Uint8Array, onFound: (found: Found) => void): void;
}

interface Pattern {
  readonly value: number;
  readonly spelling: string;
  readonly bytes: Buffer;
}

export function createFinder(values: readonly string[]): Finder {
  const byHead = new Map<number, Pattern[]>();
  const isHead = new Uint8Array(1 << 22);
  let longest_bytes = 0;
  for (const [index, value] of values.entries()) {
    for (const { name, bytes } of spellingsOf(value)) {
      const head = headAt(bytes, 0);
      byHead.set(head, [...(byHead.get(head) ?? []), { value: index + 1, spelling: name, bytes }]);
      isHead[slotOf(head)] = 1;
      longest_bytes = Math.max(longest_bytes, bytes.length);
    }
  }
  return {
    longest_bytes,
    find(bytes, onFound) {
      const last = bytes.length - 4;
      for (let offset = 0; offset <= last; offset++) {
        const head = headAt(bytes, offset);
        if (isHead[slotOf(head)] === 0) continue;
        for (const pattern of byHead.get(head) ?? []) {
          if (matches(bytes, offset, pattern.bytes))
            onFound({ value: pattern.value, spelling: pattern.spelling, offset });
        }
      }
    },
  };
}

function headAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
}

function slotOf(head: number): number {
  return Math.imul(head, 0x9e3779b1) >>> 10;
}

function matches(bytes: Uint8Array, offset: number, wanted: Uint8Array): boolean {
  if (offset + wanted.length > bytes.length) return false;
  for (let at = 4; at < wanted.length; at++) if (bytes[offset + at] !== wanted[at]) return false;
  return true;
}
