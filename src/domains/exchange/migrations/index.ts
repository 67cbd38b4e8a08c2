import { imports } from './0001-imports.ts';

/** The steps of exchange, in order. */
export const migrations = [imports];
