import type { Migration } from '../../../kernel/database/index.ts';
import { learning } from './0001-learning.ts';

/** The steps of learning, in their order. */
export const migrations: readonly Migration[] = [learning];
