import { agreements } from './0001-agreements.ts';

/** The steps of policy, in order. */
export const migrations = [agreements];
