export { appendLeaves, getLogKey } from './append-leaves.ts';
export type { Actor, LedgerLine, NewEntry, SaltedEntry } from './entry.ts';
export { checkReceipt, checkReceiptAlone, findReceipt, makeReceipts, type ReceiptCheck } from './find-receipt.ts';
export { listEntries } from './list-entries.ts';
export { noteEntries, noteEntry, noteLookUp } from './note-entry.ts';
export { noteErasure } from './note-erasure.ts';
export { listHeads, proveConsistency, proveInclusion } from './prove.ts';
export { type Receipt, type WrittenHead, writeHead } from './receipt.ts';
export { type LogReport, verifyLog } from './verify-log.ts';
