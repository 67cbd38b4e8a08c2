import { isTimeZone, type RegistrationFaults, type RegistrationForm } from '../../../domains/identity/index.ts';
import type { Words } from '../../i18n.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';
import { nameFaultText, passwordFaultText } from '../field-faults.ts';

export const detailFields = ['born', 'name', 'email', 'password', 'timeZone', 'privacy', 'terms'] as const;

/** What the second step sent. `privacy` and `terms` are the versions that its page showed. */
export type Details = Readonly<Record<(typeof detailFields)[number], string>>;

/** What stood beside the fields, kept with what was filled in. */
export function statedReasons({ timeZone }: Details, { t }: Words): Readonly<Record<string, string | null>> {
  return {
    'person.name': t('signUp.nameWhy'),
    'person.email': t('signUp.emailWhy'),
    'person.time_zone': timeZone === '' ? null : t('signUp.zoneWhy'),
  };
}

/** Four figures, or nothing that is a year. */
export function readYear(written: string): number {
  return /^\s*\d{4}\s*$/.test(written) ? Number(written) : Number.NaN;
}

export function registrationOf(details: Details): RegistrationForm {
  return {
    email: details.email,
    name: details.name,
    password: details.password,
    birthYear: readYear(details.born),
    language: null,
    timeZone: isTimeZone(details.timeZone) ? details.timeZone : null,
  };
}

export function detailErrors(words: Words, faults: RegistrationFaults): FieldErrors {
  return {
    ...(faults.name ? { name: nameFaultText(words, faults.name) } : {}),
    ...(faults.email ? { email: words.t('fault.email') } : {}),
    ...(faults.password ? { password: passwordFaultText(words, faults.password) } : {}),
  };
}
