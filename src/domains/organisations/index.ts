export {
  describeOrganisation,
  ensureOrganisation,
  findOrganisation,
  listOrganisations,
} from './ensure-organisation.ts';
export { holdings } from './holdings.ts';
export { type Organisation, type OrganisationFault, type OrganisationKind, organisationKinds } from './organisation.ts';
