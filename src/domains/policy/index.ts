export { acknowledge, acknowledgedDocuments, findAcknowledged } from './acknowledge.ts';
export { type ConsentUse, consentUses, giveConsent, listConsents, withdrawConsent } from './consent.ts';
export type { Clause, DocumentKind, PolicyDocument, SiteFacts } from './document.ts';
export { documentKinds } from './document.ts';
export { holdings } from './holdings.ts';
export {
  isObjecting,
  type Permit,
  type PermitPurpose,
  type PermitRefusal,
  type PermitSubject,
  permit,
} from './permit.ts';
export { type Documents, readDocuments } from './read-documents.ts';
