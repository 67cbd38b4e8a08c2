export type { Actor, EntryKind, LedgerLine, NewEntry } from './entry.ts';
export { listEntries } from './list-entries.ts';
export { noteEntries, noteEntry, noteLookUp } from './note-entry.ts';
