import type { CharacterSet } from './character-set.ts';

/** A pattern in Python's syntax, read. */
export type PatternNode =
  | { readonly type: 'set'; readonly matches: CharacterSet }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly type: 'group'; readonly index: number; readonly of: PatternNode }
  | { readonly type: 'reference'; readonly index: number; readonly ignoresCase: boolean }
  | {
      readonly type: 'assert';
      readonly what: 'start' | 'line-start' | 'end' | 'line-end' | 'text-end' | 'edge' | 'no-edge';
    }
  | { readonly type: 'look'; readonly isAhead: boolean; readonly isNegative: boolean; readonly of: PatternNode }
  | { readonly type: 'atomic'; readonly of: PatternNode }
  | {
      readonly type: 'repeat';
      readonly of: PatternNode;
      readonly min: number;
      readonly max: number;
      readonly isLazy: boolean;
    };

/** The pattern cannot be read, or took too many steps on a text. */
export class PatternError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PatternError';
  }
}
