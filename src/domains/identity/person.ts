/** People with an account: types and pure rules. */

/** What pages need of who is signed in. */
export interface SignedIn {
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly isOperator: boolean;
  /** Their data are stored and not used: all but their own account is closed to them. */
  readonly isRestricted: boolean;
  /** They object to being observed. */
  readonly objects: boolean;
}

/** A person's own view of their account (P4). Absent facts are null; only address and name are needed. */
export interface Profile {
  readonly email: string;
  readonly name: string;
  readonly birthYear: number | null;
  readonly gender: string | null;
  readonly occupation: string | null;
  /** Two capital letters, ISO 3166-1. */
  readonly country: string | null;
  /** A BCP 47 tag. */
  readonly language: string | null;
  /** A name of the time zone database: `Europe/Lisbon`. */
  readonly timeZone: string | null;
}

/** What `editProfile` takes: everything but the address, which is changed by a letter. */
export type ProfileEdit = Omit<Profile, 'email'>;

/** What is wrong with a name. */
export type NameFault = 'empty' | 'too-long' | 'odd-characters';

/** How long a name may be, as the forms say. */
export const longestName_chars = 100;
const longestWord_chars = 100;

export function findNameFault(name: string): NameFault | null {
  const trimmed = name.trim();
  if (trimmed === '') return 'empty';
  if (trimmed.length > longestName_chars) return 'too-long';
  // Line breaks and controls have no place in a name, and names stand in letters; addresses in names are bait.
  return /[\p{Cc}\p{Zl}\p{Zp}<>]|:\/\//u.test(trimmed) ? 'odd-characters' : null;
}

/**
 * Whether somebody born in `birthYear` has surely reached the age: only the year is asked, so the birthday counts as
 * the last day of the year.
 */
export function isOldEnough(birthYear: number, minimumAge_years: number, now: Date): boolean {
  return now.getUTCFullYear() - birthYear > minimumAge_years || minimumAge_years === 0;
}

/** Whether somebody who lives now can have been born in that year. */
export function isBirthYear(year: number, now: Date): boolean {
  return Number.isInteger(year) && year >= now.getUTCFullYear() - 120 && year <= now.getUTCFullYear();
}

/** What is wrong with a profile, by field. */
export type ProfileFaults = { readonly [F in keyof ProfileEdit]?: 'empty' | 'too-long' | 'odd-characters' | 'unknown' };

/** What is wrong with a profile, field by field; null when nothing is. */
export function findProfileFaults(edit: ProfileEdit, now: Date): ProfileFaults | null {
  const faults: Record<string, NonNullable<ProfileFaults[keyof ProfileEdit]>> = {};
  const nameFault = findNameFault(edit.name);
  if (nameFault) faults.name = nameFault;
  if (edit.birthYear !== null && !isBirthYear(edit.birthYear, now)) faults.birthYear = 'unknown';
  for (const field of ['gender', 'occupation'] as const) {
    if ((edit[field]?.length ?? 0) > longestWord_chars) faults[field] = 'too-long';
  }
  if (edit.country !== null && !/^[A-Z]{2}$/.test(edit.country)) faults.country = 'unknown';
  if (edit.language !== null && !isLanguage(edit.language)) faults.language = 'unknown';
  if (edit.timeZone !== null && !isTimeZone(edit.timeZone)) faults.timeZone = 'unknown';
  return Object.keys(faults).length > 0 ? faults : null;
}

function isLanguage(tag: string): boolean {
  try {
    return tag.length <= 35 && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** Whether a text names a zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  try {
    return zone.length <= 60 && new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}
