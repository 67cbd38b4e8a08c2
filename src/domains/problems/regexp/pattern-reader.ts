import { PatternError } from './pattern-node.ts';

/** A cursor over a pattern's code points. */
export interface PatternReader {
  /** The next characters, or an empty text at the end. */
  readonly peek: (length?: number) => string;
  readonly next: () => string;
  readonly take: (text: string) => boolean;
  readonly until: (end: string) => string;
  readonly match: (pattern: RegExp) => RegExpExecArray | null;
  readonly isAtEnd: () => boolean;
  readonly fail: (why: string) => never;
}

export function patternReader(source: string): PatternReader {
  let at = 0;
  const fail = (why: string): never => {
    throw new PatternError(`${why} at position ${at}`);
  };
  const next = () => {
    if (at >= source.length) fail('unexpected end of pattern');
    const character = String.fromCodePoint(source.codePointAt(at)!);
    at += character.length;
    return character;
  };
  const take = (text: string) => {
    if (!source.startsWith(text, at)) return false;
    at += text.length;
    return true;
  };
  return {
    peek: (length = 1) => source.slice(at, at + length),
    next,
    take,
    until: (end) => {
      const stop = source.indexOf(end, at);
      if (stop < 0) fail(`missing ${end}`);
      const text = source.slice(at, stop);
      at = stop + end.length;
      return text;
    },
    match: (pattern) => {
      pattern.lastIndex = at;
      const found = pattern.exec(source);
      if (found) at = pattern.lastIndex;
      return found;
    },
    isAtEnd: () => at >= source.length,
    fail,
  };
}
