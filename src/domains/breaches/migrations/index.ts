import { breaches } from './0001-breaches.ts';

/** The steps of breaches, in order. */
export const migrations = [breaches];
