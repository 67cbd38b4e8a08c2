import type { Migration } from '../../../kernel/database/index.ts';
import { learning } from './0001-learning.ts';
import { gradingRequest } from './0002-grading-request.ts';
import { vote } from './0003-vote.ts';

/** The steps of learning, in their order. */
export const migrations: readonly Migration[] = [learning, gradingRequest, vote];
