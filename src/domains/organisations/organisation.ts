/** Who hosts courses: types and pure rules. */

/** What kinds of hosts there are. */
export const organisationKinds = ['university', 'institution', 'business', 'government', 'teacher'] as const;

/** What kind of host it is. */
export type OrganisationKind = (typeof organisationKinds)[number];

/** What an organisation says about itself. */
export interface OrganisationDescription {
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

/** `waiting` for an operator's yes, or `declined` by one: then it is not shown, and publishes nothing. */
export type OrganisationState = 'open' | 'waiting' | 'declined';

/** One that hosts courses. */
export interface Organisation extends OrganisationDescription {
  readonly state: OrganisationState;
  /** The host name that it asked for, and whether an operator has confirmed that it leads here. */
  readonly host: { readonly name: string; readonly isConfirmed: boolean } | null;
}

/** The field that is wrong. */
export type OrganisationFault = 'key' | 'kind' | 'name' | 'description' | 'accent';

/** How long the texts of an organisation may be. */
export const longestTexts = { key_chars: 40, name_chars: 200, description_chars: 5000 } as const;

/** What is wrong with an organisation; null when nothing is. */
export function findOrganisationFault(organisation: OrganisationDescription): OrganisationFault | null {
  // The characters that Open edX allows in the first part of a course key.
  if (!/^[\p{L}\p{M}\p{N}\-_.~:]{1,100}$/u.test(organisation.key)) return 'key';
  if (!organisationKinds.includes(organisation.kind)) return 'kind';
  if (isNoName(organisation.name)) return 'name';
  if (organisation.description.length > longestTexts.description_chars) return 'description';
  return organisation.accent !== null && !/^#[0-9a-f]{6}$/.test(organisation.accent) ? 'accent' : null;
}

/** Line breaks, and what turns the direction of the words around it, have no place in a name. */
function isNoName(name: string): boolean {
  return name.trim() === '' || name.length > longestTexts.name_chars || /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/u.test(name);
}

/** A key as people may choose one: plain letters, so that no two look alike. Keys that came with courses may be others. */
export function isChoosableKey(key: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(key) && key.length >= 2 && key.length <= longestTexts.key_chars;
}

/** A key made of a name, to begin with; empty where the name has no plain letters. */
export function keyFromName(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .match(/[A-Za-z0-9]+/g) ?? [];
  const key = words
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('')
    .slice(0, longestTexts.key_chars);
  return isChoosableKey(key) ? key : '';
}

/** A host name as it is stored and compared, or null when it is none that could lead here. */
export function readHostName(written: string): string | null {
  const name = written.trim().toLowerCase();
  if (name.length > 253 || !URL.canParse(`https://${name}`)) return null;
  const { host } = new URL(`https://${name}`);
  // A name with a dot and a last part of letters: no bare machine, no address of numbers, no port.
  return /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host) ? host : null;
}
