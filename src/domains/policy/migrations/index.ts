import { agreements } from './0001-agreements.ts';
import { consentWording } from './0002-consent-wording.ts';
import { documents } from './0003-documents.ts';
import { collectedUnder } from './0004-collected-under.ts';
import { statedReasons } from './0005-stated-reasons.ts';
import { withdrawn } from './0006-withdrawn.ts';

/** The steps of policy, in order. */
export const migrations = [agreements, consentWording, documents, collectedUnder, statedReasons, withdrawn];
