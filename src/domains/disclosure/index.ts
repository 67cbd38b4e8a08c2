export { type ErasedTable, type Erasure, erasePerson, personErased } from './erase-person.ts';
export { type ExportLine, exportPerson, type ShownColumn } from './export-person.ts';
