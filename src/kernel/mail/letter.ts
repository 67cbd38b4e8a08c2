/** The words of a letter, made from the message catalogue by whoever sends it. Plain text; lines end in `\n`. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

const longestAddress_chars = 254;
const longestSubject_chars = 200;
const longestText_chars = 20_000;

/** Whether `text` has the shape of one mail address: nothing that could add a header, a second address or a name. */
export function isMailAddress(text: string): boolean {
  return (
    text.length <= longestAddress_chars &&
    /^[^\s@<>()[\],;:\\"\p{Cc}]{1,64}@[^\s@<>()[\],;:\\"\p{Cc}]+\.[^\s@<>()[\],;:\\"\p{Cc}.]{2,}$/u.test(text)
  );
}

/** An address as it is stored and compared: without case, in one Unicode form. */
export function normaliseAddress(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/**
 * The letter as it may leave: a subject of one line, a text of bounded length. Names that people give themselves end
 * up in letters, so line breaks in a subject are taken out and not trusted.
 */
export function tidyLetter(letter: Letter): Letter {
  const subject = letter.subject.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return { subject: subject.slice(0, longestSubject_chars), text: letter.text.slice(0, longestText_chars) };
}
