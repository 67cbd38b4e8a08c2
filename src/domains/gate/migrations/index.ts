import { register } from './0001-register.ts';

/** The steps of the gate, in order. */
export const migrations = [register];
