import { daysAfter } from '../../kernel/clock.ts';
import type { Writing } from '../../kernel/database/index.ts';
import { ensureSecret } from '../identity/index.ts';
import { sealKey } from './ask-disclosure.ts';
import { approvals } from './disclosure.ts';
import { type DisclosureRow, insertEntry, insertStep, lockEntry, selectSubjects, updateEntry } from './gate-store.ts';
import { makePass, type Pass } from './pass.ts';
import { unseal } from './seal.ts';
import type { OutsideWay, OwnWay } from './ways-out.ts';

const longestWhy_chars = 500;

/**
 * Opens the gate for an approved disclosure; each opening is noted. The pass names the very fields and persons that were
 * approved, and code that sends data out reads no others.
 */
export async function openGate<W extends OutsideWay>(
  w: Writing<'rights'>,
  way: W,
  id: string,
  operatorId: string,
): Promise<
  Pass<W> | { readonly type: 'refused'; readonly because: 'no-such-disclosure' | 'not-approved' | 'too-late' }
> {
  const entry = await lockEntry(w, id);
  if (!entry || entry.way !== way) return { type: 'refused', because: 'no-such-disclosure' };
  if (entry.state !== 'approved' || !entry.approved_at) return { type: 'refused', because: 'not-approved' };
  if (w.now() > daysAfter(entry.approved_at, approvals.valid_days)) return { type: 'refused', because: 'too-late' };
  await insertStep(w, id, operatorId, 'handed-over');
  if (!entry.given_at) await updateEntry(w, id, { given_at: w.now() });
  const personIds = (await listSubjects(w, entry)).map(({ personId }) => personId);
  return makePass<W>({ entryId: id, fields: entry.fields, personIds });
}

/** Records that data are taken out for the site's own work: by whom, which fields, and what for. */
export async function recordOwnUse<W extends OwnWay>(
  w: Writing<'rights'>,
  way: W,
  use: { readonly operatorId: string; readonly why: string; readonly fields: readonly string[] },
): Promise<Pass<W> | { readonly type: 'refused'; readonly because: 'no-words' }> {
  const why = use.why.trim().slice(0, longestWhy_chars);
  if (why === '') return { type: 'refused', because: 'no-words' };
  const about = { document: null, fingerprint: null, recipient: null, persons: 0, silence: null, silent_until: null };
  const { fields } = use;
  const entry = { ...about, way, ground: 'own-use', why, fields, state: 'recorded' as const };
  const entryId = await insertEntry(w, entry);
  await insertStep(w, entryId, use.operatorId, 'taken-out');
  return makePass<W>({ entryId, fields, personIds: [] });
}

/** Somebody whom an entry is about. */
interface Subject {
  readonly subjectId: string;
  readonly personId: string;
  readonly isTold: boolean;
}

/** Whom an entry is about, as far as they were not erased since. */
export async function listSubjects(w: Writing<'rights'>, { id }: Pick<DisclosureRow, 'id'>): Promise<Subject[]> {
  const key = await ensureSecret(w, sealKey);
  return (await selectSubjects(w, id)).flatMap(({ id: subjectId, person_id, sealed }): Subject[] => {
    if (person_id) return [{ subjectId, personId: person_id, isTold: true }];
    return sealed ? [{ subjectId, personId: unseal(key, sealed), isTold: false }] : [];
  });
}

/** Whether something is a pass, and no refusal. */
export function isPass<P extends Pass>(given: P | { readonly type: 'refused' }): given is P {
  return !('type' in given);
}
