import type { Migration } from './kernel/database/index.ts';
import type { Holdings } from './kernel/holdings/index.ts';
import { holdings as kernel } from './kernel/holdings/own-holdings.ts';

/** The data map of the whole house: the tables of each domain, in the order of the staircase. */
export const map: Holdings = { ...kernel };

/** The steps of each domain, in the order of the staircase: later domains refer to the tables of earlier ones. */
export const migrations: readonly Migration[] = [];
