import { isMailAddress, normaliseAddress } from '../../kernel/mail/index.ts';

/** What people ask: types and pure rules. */

/** What can be asked, in the order of the form. */
export const requestKinds = [
  'question',
  'concern',
  'access',
  'correction',
  'erasure',
  'restriction',
  'objection',
  'complaint',
] as const;
export type RequestKind = (typeof requestKinds)[number];

/** `unconfirmed`: by the form, and nobody opened the mailed link yet. */
export type RequestState = 'unconfirmed' | 'open' | 'answered' | 'refused' | 'withdrawn';

/** How a request can end. */
export const endings = ['answered', 'refused', 'withdrawn'] as const;
export type Ending = (typeof endings)[number];

/** By which way a request came. `desk`: an operator entered what came by post, telephone or in person (P3). */
export type CameBy = 'form' | 'mail' | 'desk';

/** How long what is typed may be. */
export const longestRequest_chars = { name: 100, words: 5000, subject: 200, reason: 2000 } as const;

/** What somebody fills in. */
export interface RequestForm {
  readonly kind: string;
  readonly name: string;
  readonly email: string;
  readonly words: string;
}

/** What is wrong with a field. */
export type RequestFault = 'empty' | 'too-long' | 'odd-characters' | 'no-address' | 'no-choice';

/** What is wrong with a form, by field. */
export type RequestFaults = Readonly<Partial<Record<keyof RequestForm, RequestFault>>>;

/** What is wrong with what was filled in, field by field; null when nothing is. The name may be left out. */
export function findRequestFaults(form: RequestForm): RequestFaults | null {
  const faults: Partial<Record<keyof RequestForm, RequestFault>> = {};
  if (!isKind(form.kind)) faults.kind = 'no-choice';
  const name = form.name.trim();
  if (name.length > longestRequest_chars.name) faults.name = 'too-long';
  // The name stands in a letter to an address that may be somebody else's: no bait in it.
  else if (/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}<>]|:\/\/|\bwww\./iu.test(name)) faults.name = 'odd-characters';
  if (form.email.trim() === '') faults.email = 'empty';
  else if (!isMailAddress(normaliseAddress(form.email))) faults.email = 'no-address';
  const words = tidyWords(form.words);
  if (words === '') faults.words = 'empty';
  else if (words.length > longestRequest_chars.words) faults.words = 'too-long';
  return Object.keys(faults).length > 0 ? faults : null;
}

/** Whether a text names a kind of request. */
export function isKind(text: string): text is RequestKind {
  return requestKinds.some((kind) => kind === text);
}

/** Line ends in one way, no space around, nothing that no text of the database holds or that turns the line of reading. */
export function tidyWords(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
    .replace(/[^\P{Cc}\n\t]|\p{Bidi_C}/gu, '')
    .trim();
}

/** The mark by which a reply finds its request, as it stands at the end of a subject. */
export function markOf(reference: string): string {
  return `[#${reference}]`;
}

/** How many letters a reference has: five bits each, so that nobody hits one by trying. */
export const reference_letters = 10;

/** The references that a mail names: in its subject, or behind a plus in the address that it went to. At most five. */
export function referencesIn(subject: string, recipients: readonly string[]): string[] {
  const inSubject = [...subject.matchAll(/\[#([a-z2-9]{10})\]/gi)].map(([, word]) => word!);
  const inAddress = recipients.flatMap((address) => /\+([a-z2-9]{10})@/i.exec(address)?.[1] ?? []);
  return [...new Set([...inSubject, ...inAddress].map((word) => word.toLowerCase()))].slice(0, 5);
}
