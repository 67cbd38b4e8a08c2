import type { Migration } from '../../../kernel/database/index.ts';
import { erasureTable } from './0001-erasure.ts';

/** The steps of disclosure, in order. */
export const migrations: readonly Migration[] = [erasureTable];
