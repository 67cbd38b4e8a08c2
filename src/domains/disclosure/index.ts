export { type ErasedTable, erasePerson, personErased } from './erase-person.ts';
export { type ExportLine, exportPerson } from './export-person.ts';
