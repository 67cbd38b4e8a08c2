import { longestRequest_chars, type RequestFaults, type RequestForm } from '../../../domains/requests/index.ts';
import type { Words } from '../../i18n.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';

/** The names under which a request is sent. */
export const requestFields = ['kind', 'name', 'email', 'words'] as const satisfies readonly (keyof RequestForm)[];

/** What to say about each fault, under the field's name. */
export function requestErrors({ t }: Words, faults: RequestFaults): FieldErrors {
  const longest = { kind: 0, email: 0, name: longestRequest_chars.name, words: longestRequest_chars.words };
  const entries = requestFields.flatMap((name): [string, string][] => {
    const fault = faults[name];
    return fault ? [[name, t(`concern.fault.${fault}`, { most: longest[name] })]] : [];
  });
  return Object.fromEntries(entries);
}
