import { type Static, Type } from 'typebox';
import { isMailAddress, normaliseAddress } from '../../kernel/mail/index.ts';
import { askedFields, type FieldName, type InquiryForm, longFields } from './inquiry-form.ts';
import { looksLikeAnother } from './lookalike.ts';

/** What somebody fills in: types and pure rules. */

const answer = Type.Optional(Type.String());

/** The answers as they are stored; the address is the contact's own. */
export const answersSchema = Type.Object(
  {
    name: Type.String(),
    organisation: answer,
    role: answer,
    country: answer,
    teaches: answer,
    learners: answer,
    plans: answer,
    timing: answer,
  },
  { additionalProperties: false },
);

/** The fields as they stood beside the answers: what was asked, and why. */
export const askedSchema = Type.Array(
  Type.Object({ name: Type.String(), label: Type.String(), why: Type.String() }, { additionalProperties: false }),
);

/** What was answered. */
export type Answers = Static<typeof answersSchema>;
export type Asked = Static<typeof askedSchema>;

/** How far operators are with an inquiry. */
export const inquiryStates = ['new', 'in-touch', 'invited', 'closed'] as const;
export type InquiryState = (typeof inquiryStates)[number];

/** What is wrong with an answer. `lookalike`: letters of several scripts in one word, as in addresses made to deceive. */
export type AnswerFault = 'empty' | 'too-long' | 'odd-characters' | 'no-address' | 'lookalike' | 'no-choice';

/** What is wrong with an inquiry, by field. */
export type InquiryFaults = Readonly<Partial<Record<FieldName, AnswerFault>>>;

/** How long an answer may be. */
export const longestAnswer_chars = { line: 200, text: 3000 } as const;

/** What is wrong with what was filled in, field by field; null when nothing is. Fields that are not asked don't count. */
export function findInquiryFaults(
  form: InquiryForm,
  given: Readonly<Partial<Record<FieldName, string>>>,
): InquiryFaults | null {
  const faults: Partial<Record<FieldName, AnswerFault>> = {};
  for (const { name, isRequired } of askedFields(form)) {
    const fault = findAnswerFault(name, tidyAnswer(given[name] ?? ''), isRequired);
    if (fault) faults[name] = fault;
  }
  return Object.keys(faults).length > 0 ? faults : null;
}

/** Line ends in one way, no space around. */
export function tidyAnswer(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim().normalize('NFC');
}

function findAnswerFault(name: FieldName, text: string, isRequired: boolean): AnswerFault | null {
  if (text === '') return isRequired ? 'empty' : null;
  const isLong = longFields.includes(name);
  if (text.length > (isLong ? longestAnswer_chars.text : longestAnswer_chars.line)) return 'too-long';
  if (isOdd(text, isLong)) return 'odd-characters';
  if (name === 'email') return addressFault(text);
  if (name === 'country' && !/^[A-Z]{2}$/.test(text)) return 'no-choice';
  // The name stands in a letter to an address that may be somebody else's: no bait in it.
  if (name === 'name' && /[<>]|:\/\/|\bwww\./iu.test(text)) return 'odd-characters';
  return null;
}

/** Controls, what turns the line of reading around, and pieces of broken text: nobody types them. */
function isOdd(text: string, isLong: boolean): boolean {
  const plain = isLong ? text.replace(/[\n\t]/g, '') : text;
  return !plain.isWellFormed() || /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}\p{Co}\uFFFD]/u.test(plain);
}

function addressFault(text: string): AnswerFault | null {
  const address = normaliseAddress(text);
  if (!isMailAddress(address)) return 'no-address';
  return looksLikeAnother(address) ? 'lookalike' : null;
}
