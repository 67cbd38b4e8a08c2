import { persons } from './0001-persons.ts';
import { rights } from './0002-rights.ts';

/** The steps of identity, in order. */
export const migrations = [persons, rights];
