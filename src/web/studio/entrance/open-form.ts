import {
  keyFromName,
  type OrganisationDescription,
  type OrganisationFault,
  organisationKinds,
} from '../../../domains/organisations/index.ts';
import type { Words } from '../../i18n.ts';
import type { FieldErrors } from '../../ui/error-summary.tsx';

export const openFields = ['kind', 'name', 'key', 'description'] as const;

/** What the form to open an organisation holds. */
export type OpenForm = Readonly<Record<(typeof openFields)[number], string>>;

export type OpenWish = Pick<OrganisationDescription, 'key' | 'kind' | 'name' | 'description'>;

/** What was sent, as a wish. An empty key is made of the name. */
export function readWish({ kind, name, key, description }: OpenForm): OpenWish {
  const known = organisationKinds.find((one) => one === kind);
  return {
    // What is no kind is refused by the domain, in one way with all other faults.
    kind: known ?? ('' as OrganisationDescription['kind']),
    name: name.trim(),
    key: key.trim() || keyFromName(name),
    description: description.replaceAll('\r\n', '\n').trim(),
  };
}

export function openErrors({ t }: Words, fault: OrganisationFault | 'taken'): FieldErrors {
  if (fault === 'taken') return { key: t('open.fault.taken') };
  return { [fault]: t(`open.fault.${fault}`) };
}
