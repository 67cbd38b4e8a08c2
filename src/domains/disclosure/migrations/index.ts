import type { Migration } from '../../../kernel/database/index.ts';
import { erasureTable } from './0001-erasure.ts';
import { erasureRequest } from './0002-erasure-request.ts';
import { legalHold } from './0003-legal-hold.ts';

/** The steps of disclosure, in order. */
export const migrations: readonly Migration[] = [erasureTable, erasureRequest, legalHold];
