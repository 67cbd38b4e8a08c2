import type { Reading, Writing } from '../../kernel/database/index.ts';
import { noteEntry } from '../ledger/index.ts';
import { insertHonorCode, selectHonorCode } from './acknowledgement-store.ts';
import type { Documents } from './documents.ts';

/** Records that a person accepts the Honor Code for a course, in the version that holds now: once for each. */
export async function acceptHonorCode(
  w: Writing<'provide'>,
  personId: string,
  courseKey: string,
  documents: Documents,
): Promise<void> {
  const { version, hash } = documents.currentDocument('honor-code', w.now());
  const row = { person_id: personId, course_key: courseKey, version, text_hash: hash, accepted_at: w.now() };
  if (!(await insertHonorCode(w, row))) return;
  const said = {
    document: 'honor-code',
    version,
    text_hash: hash,
    stored_in: documents.site.storagePlace,
    occasion: courseKey,
  };
  await noteEntry(w, { personId, by: { type: 'self' }, kind: 'acknowledgement', said });
}

/** Whether a person accepted the Honor Code that holds now for a course. */
export async function hasHonorCode(
  r: Reading<'provide'>,
  personId: string,
  courseKey: string,
  documents: Documents,
): Promise<boolean> {
  const { version } = documents.currentDocument('honor-code', r.now());
  return (await selectHonorCode(r, personId, courseKey, version)) !== null;
}
