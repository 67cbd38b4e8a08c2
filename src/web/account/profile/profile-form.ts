import type { Profile, ProfileEdit, ProfileFaults } from '../../../domains/identity/index.ts';
import { longestName_chars } from '../../../domains/identity/index.ts';
import type { MessageKey, Words } from '../../i18n.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { nameFaultText } from '../field-faults.ts';

export const profileFields = ['name', 'birthYear', 'gender', 'occupation', 'country', 'language', 'timeZone'] as const;

/** Why each field is asked: what stands beside it, and is kept with its answer. */
export const profileReasons = {
  name: 'signUp.nameWhy',
  birthYear: 'profile.birthYearWhy',
  gender: 'profile.genderWhy',
  occupation: 'profile.occupationWhy',
  country: 'profile.countryWhy',
  language: 'profile.languageWhy',
  timeZone: 'profile.timeZoneWhy',
} as const satisfies Record<(typeof profileFields)[number], MessageKey>;

/** The form as it is typed: every field a text, empty where nothing is given. */
export type ProfileForm = Readonly<Record<(typeof profileFields)[number], string>>;

export function formOf(profile: Profile): ProfileForm {
  const { name, birthYear, gender, occupation, country, language, timeZone } = profile;
  return {
    name,
    birthYear: birthYear === null ? '' : String(birthYear),
    gender: gender ?? '',
    occupation: occupation ?? '',
    country: country ?? '',
    language: language ?? '',
    timeZone: timeZone ?? '',
  };
}

/** A year that is none becomes one that can't be, so that the domain refuses it. */
export function editOf(form: ProfileForm): ProfileEdit {
  const year = form.birthYear.trim();
  return {
    name: form.name,
    birthYear: year === '' ? null : /^\d{4}$/.test(year) ? Number(year) : 0,
    gender: form.gender || null,
    occupation: form.occupation || null,
    country: form.country || null,
    language: form.language || null,
    timeZone: form.timeZone || null,
  };
}

export function profileErrors(words: Words, faults: ProfileFaults): FieldErrors {
  const { t } = words;
  const errors: Record<string, string> = {};
  for (const [field, fault] of Object.entries(faults)) {
    if (field === 'name' && fault !== 'unknown') errors.name = nameFaultText(words, fault);
    else if (field === 'birthYear') errors.birthYear = t('fault.year');
    else errors[field] = fault === 'too-long' ? t('fault.tooLong', { most: longestName_chars }) : t('fault.choice');
  }
  return errors;
}

/** What stood beside the fields that were filled in, as the data map names them. */
export function statedReasons(form: ProfileForm, { t }: Words): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    profileFields.map((field) => {
      const column = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [`person.${column}`, form[field].trim() === '' ? null : t(profileReasons[field])];
    }),
  );
}

/** What differs between two states of a profile, as the data map names it. */
export function changedFields(before: Profile, after: Profile): string[] {
  return profileFields
    .filter((field) => before[field] !== after[field])
    .map((field) => `person.${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`);
}
