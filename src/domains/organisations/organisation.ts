/** Who hosts courses: types and pure rules. */

/** What kind of host it is. */
export type OrganisationKind = 'university' | 'institution' | 'business' | 'government' | 'teacher';

/** One that hosts courses. */
export interface Organisation {
  /** As it stands in course keys: `LakeU` in `course-v1:LakeU+Rivers+2026`. */
  readonly key: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** Plain text; may be empty. */
  readonly description: string;
  /** The hash of its logo among the assets. */
  readonly logoHash: string | null;
  /** `#0a6e4f` */
  readonly accent: string | null;
}

/** The field that is wrong. */
export type OrganisationFault = 'key' | 'name' | 'description' | 'accent';

/** What is wrong with an organisation; null when nothing is. */
export function findOrganisationFault(organisation: Organisation): OrganisationFault | null {
  // The characters that Open edX allows in the first part of a course key.
  if (!/^[\p{L}\p{M}\p{N}\-_.~:]{1,100}$/u.test(organisation.key)) return 'key';
  if (organisation.name.trim() === '' || organisation.name.length > 200) return 'name';
  if (organisation.description.length > 5000) return 'description';
  return organisation.accent !== null && !/^#[0-9a-f]{6}$/.test(organisation.accent) ? 'accent' : null;
}
