import { holdings as assets } from './domains/assets/holdings.ts';
import { assets as assets1 } from './domains/assets/migrations/0001-assets.ts';
import { holdings as courses } from './domains/courses/holdings.ts';
import { courses as courses1 } from './domains/courses/migrations/0001-courses.ts';
import type { Migration } from './kernel/database/index.ts';
import type { Holdings } from './kernel/holdings/index.ts';
import { holdings as kernel } from './kernel/holdings/own-holdings.ts';

/** The data map of the whole house: the tables of each domain, in the order of the staircase. */
export const map: Holdings = { ...kernel, ...assets, ...courses };

/** The steps of each domain, in the order of the staircase: later domains refer to the tables of earlier ones. */
export const migrations: readonly Migration[] = [assets1, courses1];
