import type { Migration } from '../../../kernel/database/index.ts';
import { learning } from './0001-learning.ts';
import { gradingRequest } from './0002-grading-request.ts';

/** The steps of learning, in their order. */
export const migrations: readonly Migration[] = [learning, gradingRequest];
