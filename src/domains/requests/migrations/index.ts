import { requests } from './0001-requests.ts';

/** The steps of requests, in order. */
export const migrations = [requests];
