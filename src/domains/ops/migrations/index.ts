import type { Migration } from '../../../kernel/database/index.ts';
import { opsTables } from './0001-ops.ts';

/** The steps of ops, in order. */
export const migrations: readonly Migration[] = [opsTables];
