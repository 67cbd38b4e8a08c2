export { approveDisclosure, askDisclosure, withdrawDisclosure } from './ask-disclosure.ts';
export { approvals, type DisclosureFaults, type DisclosureForm, grounds } from './disclosure.ts';
export type { DisclosureRow } from './gate-store.ts';
export type { DisclosureLetters } from './letters.ts';
export { type DisclosureView, findDisclosure, listDisclosures } from './list-disclosures.ts';
export { isPass, openGate, recordOwnUse } from './open-gate.ts';
export type { Pass } from './pass.ts';
export { seal, unseal } from './seal.ts';
export { tellSubjects } from './tell-subjects.ts';
