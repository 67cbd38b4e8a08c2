import { events } from './0001-events.ts';
import { policyVersion } from './0002-policy-version.ts';

/** The steps of tracking, in order. */
export const migrations = [events, policyVersion];
