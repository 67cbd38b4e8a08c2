import { imports } from './0001-imports.ts';
import { importsOfPerson } from './0002-imports-of-a-person.ts';

/** The steps of exchange, in order. */
export const migrations = [imports, importsOfPerson];
