import { type Static, Type } from 'typebox';

/** The forms of 'build or host courses with us': types and pure rules. Their words are data that an operator edits. */

/** All that a form may ask. A field beyond these needs a line in the data map. */
export const fieldNames = [
  'name',
  'email',
  'organisation',
  'role',
  'country',
  'teaches',
  'learners',
  'plans',
  'timing',
] as const;

/** A field of a form. */
export type FieldName = (typeof fieldNames)[number];

/** Without these nobody could be answered. */
export const neededFields: readonly FieldName[] = ['name', 'email'];

/** Answered in more than a line. */
export const longFields: readonly FieldName[] = ['teaches', 'plans'];

export const formFields = Type.Array(
  Type.Object(
    {
      name: Type.Enum([...fieldNames]),
      label: Type.String(),
      why: Type.String(),
      isAsked: Type.Boolean(),
      isRequired: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
);

/** What a form says at a field, and whether it asks it at all. */
export type FormField = Static<typeof formFields>[number];

/** What an organisation would be that comes of it, as `organisations` has it. */
export const hostKinds = ['university', 'institution', 'business', 'government', 'teacher'] as const;

/** One of the forms. */
export interface InquiryForm {
  readonly key: string;
  /** Whom it is for: its heading. */
  readonly audience: string;
  readonly lead: string;
  readonly hostKind: (typeof hostKinds)[number];
  /** A closed one is shown nowhere and takes nothing. */
  readonly isOpen: boolean;
  readonly fields: readonly FormField[];
}

const longestLabel_chars = 120;
const longestWords_chars = 600;

/** The part of an edited form that can't be taken: a field's name, `audience` or `lead`; null when all can. */
export function findFormFault(form: InquiryForm): FieldName | 'audience' | 'lead' | null {
  if (form.audience.trim() === '' || form.audience.length > longestLabel_chars) return 'audience';
  if (form.lead.length > longestWords_chars) return 'lead';
  const bad = form.fields.find(
    ({ label, why, isAsked }) =>
      // A field that asks without saying why is one that P9d forbids.
      isAsked && (label.trim() === '' || why.trim() === '' || label.length > longestLabel_chars || why.length > 300),
  );
  return bad?.name ?? null;
}

/** The fields that a form asks, in order. */
export function askedFields(form: InquiryForm): readonly FormField[] {
  return form.fields.filter(({ isAsked }) => isAsked);
}
