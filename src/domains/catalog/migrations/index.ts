import { entries } from './0001-entries.ts';

/** The steps of the catalogue, in order. */
export const migrations = [entries];
