export { type AffectedPerson, countAffected, listAffected, listScopes } from './affected.ts';
export { type ArchivedTable, type ArchiveView, archivePerson } from './archive-person.ts';
export {
  askForErasure,
  type ErasureLetters,
  eraseAccount,
  eraseDue,
  findErasureBy,
  findErasureOf,
  stopErasure,
} from './ask-for-erasure.ts';
export { approveHold, askHold, liftHold } from './ask-hold.ts';
export { type CollectedEntry, type CollectedKind, describeCollected } from './describe-collected.ts';
export { countHeld, type HeldEntry, type HeldKind, nameField, readHeld } from './describe-held.ts';
export { endTerms } from './end-terms.ts';
export { type ErasedTable, erasePerson, personErased } from './erase-person.ts';
export { type ExportLine, exportPerson } from './export-person.ts';
export type { HoldForm } from './hold.ts';
export { listHoldable } from './holds-now.ts';
export { listErasures } from './list-erasures.ts';
export { type HoldView, listHolds } from './list-holds.ts';
export { noteCopy } from './note-copy.ts';
export { previewErasure } from './preview-erasure.ts';
export { findPersonIds, findReachable, listFields, readDisclosed } from './read-disclosed.ts';
export { recordsOfProcessing } from './records-of-processing.ts';
export { restPerson } from './rest-person.ts';
export { finishErasures, listUnfinished } from './unfinished-erasures.ts';
