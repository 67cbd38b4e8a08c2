import { ledger } from './0001-ledger.ts';

/** The steps of the ledger, in order. */
export const migrations = [ledger];
