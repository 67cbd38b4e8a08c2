import type { CharacterSet } from './character-set.ts';
import { classes, not, range } from './character-set.ts';
import type { PatternReader } from './pattern-reader.ts';

const control: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** The code point of an escape after its backslash (`\n`, `\x41`, `\.`). */
export function escapedCode(reader: PatternReader, character: string): number {
  const hex = { x: /[0-9a-fA-F]{2}/y, u: /[0-9a-fA-F]{4}/y, U: /[0-9a-fA-F]{8}/y }[character];
  if (hex) {
    const digits = reader.match(hex)?.[0] ?? reader.fail(`incomplete escape \\${character}`);
    const code = Number.parseInt(digits, 16);
    return code <= 0x10ffff ? code : reader.fail('bad escape');
  }
  // Only in a class: outside of one, \1 to \9 are references.
  if (/[0-7]/.test(character)) return Number.parseInt(character + (reader.match(/[0-7]{0,2}/y)?.[0] ?? ''), 8);
  const known = control[character];
  if (known !== undefined) return known;
  if (/[A-Za-z0-9]/.test(character)) reader.fail(`bad escape \\${character}`);
  return character.codePointAt(0)!;
}

/** A class in square brackets, after the opening one. `widened` comes before the negation: `[^a]` without case is no A. */
export function bracketSet(reader: PatternReader, widened: (set: CharacterSet) => CharacterSet): CharacterSet {
  const isNegative = reader.take('^');
  const sets: CharacterSet[] = [];
  let isFirst = true;
  while (isFirst || reader.peek() !== ']') {
    isFirst = false;
    const low = setItem(reader);
    if (typeof low === 'function' || reader.peek() !== '-' || reader.peek(2) === '-]') {
      sets.push(typeof low === 'function' ? low : range(low, low));
      continue;
    }
    reader.next();
    const high = setItem(reader);
    if (typeof high === 'function' || high < low) return reader.fail('bad character range');
    sets.push(range(low, high));
  }
  reader.next();
  const any = widened((code) => sets.some((set) => set(code)));
  return isNegative ? not(any) : any;
}

function setItem(reader: PatternReader): CharacterSet | number {
  const character = reader.next();
  if (character !== '\\') return character.codePointAt(0)!;
  const escaped = reader.next();
  return classes[escaped] ?? escapedCode(reader, escaped);
}
