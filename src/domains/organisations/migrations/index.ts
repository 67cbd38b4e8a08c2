import { organisations } from './0001-organisations.ts';
import { members } from './0002-members.ts';

/** The steps of organisations, in order. */
export const migrations = [organisations, members];
