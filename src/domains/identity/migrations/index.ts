import { persons } from './0001-persons.ts';

/** The steps of identity, in order. */
export const migrations = [persons];
