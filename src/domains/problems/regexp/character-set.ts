/** A test of one code point. */
export type CharacterSet = (code: number) => boolean;

const digit = /\p{Nd}/u;
const word = /[\p{L}\p{N}_]/u;

const inUnicode =
  (pattern: RegExp): CharacterSet =>
  (code) =>
    pattern.test(String.fromCodePoint(code));

export const not =
  (set: CharacterSet): CharacterSet =>
  (code) =>
    !set(code);

const isWord = inUnicode(word);

/** Python counts five control characters as blanks that JavaScript does not. */
const isSpace: CharacterSet = (code) =>
  (code >= 0x1c && code <= 0x1f) || code === 0x85 || /\s/u.test(String.fromCodePoint(code));

/** `\d`, `\w`, `\s` and their opposites, aware of Unicode as in Python 3. */
export const classes: Readonly<Record<string, CharacterSet>> = {
  d: inUnicode(digit),
  D: not(inUnicode(digit)),
  w: isWord,
  W: not(isWord),
  s: isSpace,
  S: not(isSpace),
};

export function isWordCharacter(code: number | undefined): boolean {
  return code !== undefined && isWord(code);
}

export function range(low: number, high: number): CharacterSet {
  return (code) => code >= low && code <= high;
}

/** The lower and the upper form of a code point, where they are single ones. */
export function caseForms(code: number): readonly number[] {
  const character = String.fromCodePoint(code);
  return [character.toLowerCase(), character.toUpperCase()]
    .map((form) => [...form])
    .flatMap((form) => (form.length === 1 ? [form[0]!.codePointAt(0)!] : []));
}

export function ignoringCase(set: CharacterSet): CharacterSet {
  return (code) => set(code) || caseForms(code).some(set);
}
