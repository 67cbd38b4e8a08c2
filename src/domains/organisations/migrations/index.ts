import { organisations } from './0001-organisations.ts';

/** The steps of organisations, in order. */
export const migrations = [organisations];
