export { acknowledge, acknowledgedDocuments, findAcknowledged } from './acknowledge.ts';
export { type ClauseReport, compareClauses, type KeptClause, readClauseChecks } from './clause-checks.ts';
export { giveConsent, hasConsent, listConsents, withdrawConsent } from './consent.ts';
export { type ConsentReceipt, type ConsentUse, consentUses } from './consent-uses.ts';
export type { PolicyDocument } from './document.ts';
export { documentKinds } from './document.ts';
export {
  isObjecting,
  type Permit,
  permit,
} from './permit.ts';
export { type Documents, readDocuments } from './read-documents.ts';
