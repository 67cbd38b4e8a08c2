import { entries } from './0001-entries.ts';
import { distance } from './0002-distance.ts';

/** The steps of the catalogue, in order. */
export const migrations = [entries, distance];
