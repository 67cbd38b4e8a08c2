export {
  describeOrganisation,
  ensureOrganisation,
  findOrganisation,
  listOrganisations,
} from './ensure-organisation.ts';
export type { Organisation } from './organisation.ts';
