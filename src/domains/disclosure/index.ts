export { type CollectedEntry, type CollectedKind, describeCollected } from './describe-collected.ts';
export { type ErasedTable, erasePerson, personErased } from './erase-person.ts';
export { type ExportLine, exportPerson } from './export-person.ts';
export { listErasures } from './list-erasures.ts';
export { finishErasures, listUnfinished } from './unfinished-erasures.ts';
