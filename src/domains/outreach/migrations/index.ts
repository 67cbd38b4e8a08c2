import { outreach } from './0001-outreach.ts';
import { firstWords } from './0002-first-words.ts';
import { restriction } from './0003-restriction.ts';
import { templateDesks } from './0004-template-desks.ts';
import { lookUps } from './0005-look-ups.ts';

/** The steps of outreach, in order. */
export const migrations = [outreach, firstWords, restriction, templateDesks, lookUps];
