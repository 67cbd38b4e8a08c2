import {
  type AnswerFault,
  askedFields,
  type FieldName,
  fieldNames,
  type InquiryForm,
  longestAnswer_chars,
  longFields,
} from '../../../domains/outreach/index.ts';
import type { Words } from '../../i18n.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';

/** Stands beside the fields, out of sight, and must stay empty: programs that fill in forms fill it in too. */
export const trapField = 'website';

export type Given = Readonly<Partial<Record<FieldName, string>>>;

/** Three forms are on one page, so each field's name says which form it is of. */
export function fieldNameIn(form: Pick<InquiryForm, 'key'>, name: FieldName | 'updates' | typeof trapField): string {
  return `${form.key}-${name}`;
}

/** The names under which a form sends. */
export function sentNames(form: InquiryForm): string[] {
  return [...fieldNames, 'updates' as const, trapField].map((name) => fieldNameIn(form, name as FieldName));
}

/** What was filled in, by field. */
export function givenIn(form: InquiryForm, sent: Readonly<Record<string, string>>): Given {
  return Object.fromEntries(askedFields(form).map(({ name }) => [name, sent[fieldNameIn(form, name)] ?? '']));
}

/** What to say about each fault, under the field's name on the page. */
export function inquiryErrors(
  { t }: Words,
  form: InquiryForm,
  faults: Readonly<Partial<Record<FieldName, AnswerFault>>>,
): FieldErrors {
  const entries = askedFields(form).flatMap(({ name, label }): [string, string][] => {
    const fault = faults[name];
    if (!fault) return [];
    const most = longFields.includes(name) ? longestAnswer_chars.text : longestAnswer_chars.line;
    return [[fieldNameIn(form, name), t(`build.fault.${fault}`, { label, most })]];
  });
  return Object.fromEntries(entries);
}
