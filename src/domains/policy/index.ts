export {
  acknowledge,
  acknowledgedDocuments,
  answerNotice,
  findStanding,
  isCollected,
  type Standing,
  standingOf,
  versionsAt,
} from './acknowledge.ts';
export { type ClauseReport, compareClauses, type KeptClause, readClauseChecks } from './clause-checks.ts';
export { compareDocuments, type PassageDifference } from './compare-documents.ts';
export { giveConsent, hasConsent, listConsents, listWithdrawn, withdrawConsent } from './consent.ts';
export { type ConsentUse, consentUses, type GivenConsent } from './consent-uses.ts';
export { type DocumentKind, documentKinds, type PolicyDocument } from './document.ts';
export { createDocuments, type Documents, type LiveDocuments } from './documents.ts';
export { acceptHonorCode, hasHonorCode } from './honor-code.ts';
export { limitUse, objectToUse } from './limit-use.ts';
export { type DocumentNews, findNews, findUnchecked, news_days, versionBefore } from './news.ts';
export {
  browserObjection,
  type Permit,
  permit,
} from './permit.ts';
export {
  documentPosted,
  dropDraft,
  findDraft,
  keepDraft,
  postVersion,
  type ReadDraft,
  readDraft,
} from './post-version.ts';
export { readDocuments } from './read-documents.ts';
export { keepReasons } from './stated-reasons.ts';
