export { acknowledge, acknowledgedDocuments, findAcknowledged } from './acknowledge.ts';
export { giveConsent, listConsents, withdrawConsent } from './consent.ts';
export type { PolicyDocument } from './document.ts';
export { documentKinds } from './document.ts';
export {
  isObjecting,
  type Permit,
  permit,
} from './permit.ts';
export { type Documents, readDocuments } from './read-documents.ts';
