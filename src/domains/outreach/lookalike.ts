import { domainToASCII } from 'node:url';

/** Scripts whose letters are taken for one another. */
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/**
 * Whether a text is written so that it looks like another: letters of several such scripts in one word, or forms that
 * only look different (full width, ligatures). No honest address is; registries refuse such names.
 */
export function looksLikeAnother(text: string): boolean {
  if (text.normalize('NFKC') !== text.normalize('NFC')) return true;
  return text.split(/[\s@.\-_+]+/).some((word) => scripts.filter((script) => script.test(word)).length > 1);
}

/**
 * An address as operators should read it: its domain in the form that machines see, where that differs. A name all in
 * Cyrillic letters may be honest, and may be made to look like a Latin one. Null when there is nothing to add.
 */
export function plainForm(address: string): string | null {
  const at = address.lastIndexOf('@');
  const ascii = domainToASCII(address.slice(at + 1));
  return ascii === address.slice(at + 1) ? null : `${address.slice(0, at)}@${ascii || '?'}`;
}
