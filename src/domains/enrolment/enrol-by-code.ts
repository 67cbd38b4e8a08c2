import { daysAfter } from '../../kernel/clock.ts';
import type { Reading, Writing } from '../../kernel/database/index.ts';
import { newWord } from '../../kernel/ids.ts';
import { hashSecret } from '../identity/index.ts';
import { countUse, deleteCode, type EnrolmentCode, insertCode, lockCode, selectCodes } from './code-store.ts';
import { enrol } from './enrol.ts';
import type { EnrolmentRefusal, EnrolmentTerms } from './enrolment.ts';
import { lockPlaces } from './enrolment-store.ts';

const most_codes = 100;
/** 75 bits: of the stored hash nobody finds the code by trying, so it needs no salt. */
const code_chars = 15;

/** Limits of what a code may be made with. */
export const codeLimits = { most_uses: 100_000, most_days: 366, longestLabel_chars: 100 } as const;

/**
 * Makes a code by which people may enrol. It is given back this once: only its hash is stored. At most 100 a course.
 */
export async function makeCode(
  w: Writing<'provide'>,
  courseKey: string,
  wish: { readonly label: string; readonly most_uses: number; readonly valid_days: number },
): Promise<
  { readonly type: 'made'; readonly code: string } | { readonly type: 'refused'; readonly because: 'too-many' }
> {
  await lockPlaces(w, courseKey);
  if ((await selectCodes(w, courseKey, most_codes)).length >= most_codes)
    return { type: 'refused', because: 'too-many' };
  const word = newWord(code_chars);
  const { label, most_uses, valid_days } = wish;
  const ends_at = daysAfter(w.now(), valid_days);
  await insertCode(w, { courseKey, label, hash: hashSecret(word), most_uses, ends_at });
  return { type: 'made', code: word.toUpperCase().replace(/.{5}(?=.)/g, '$&-') };
}

/** The codes of a course, newest first. At most 100. */
export function listCodes(r: Reading<'provide'>, courseKey: string): Promise<EnrolmentCode[]> {
  return selectCodes(r, courseKey, most_codes);
}

/** Takes a code back: from now on it lets nobody in. Who came by it stays. */
export function withdrawCode(w: Writing<'provide'>, courseKey: string, id: string): Promise<void> {
  return deleteCode(w, courseKey, id);
}

/** Enrols by a code as somebody typed it: case, blanks and dashes don't count. A use is counted when it let somebody in. */
export async function enrolByCode(
  w: Writing<'provide'>,
  personId: string,
  terms: EnrolmentTerms,
  typed: string,
): Promise<{ readonly type: 'enrolled' } | EnrolmentRefusal> {
  const word = typed.toLowerCase().replace(/[\s\-–—]/g, '');
  const code = await lockCode(w, terms.courseKey, hashSecret(word));
  if (!code) return { type: 'refused', because: 'no-such-code' };
  if (code.ends_at <= w.now()) return { type: 'refused', because: 'code-ended' };
  if (code.uses >= code.most_uses) return { type: 'refused', because: 'code-used-up' };
  const done = await enrol(w, personId, terms, 'let-in');
  if (done.type === 'enrolled') await countUse(w, code.id);
  return done;
}
