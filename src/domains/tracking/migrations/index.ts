import { events } from './0001-events.ts';

/** The steps of tracking, in order. */
export const migrations = [events];
