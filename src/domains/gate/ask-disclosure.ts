import type { Writing } from '../../kernel/database/index.ts';
import { ensureSecret } from '../identity/index.ts';
import { approvals, type DisclosureFaults, type DisclosureForm, findDisclosureFaults } from './disclosure.ts';
import { insertEntry, insertStep, insertSubjects, lockEntry, selectSteps, updateEntry } from './gate-store.ts';
import { seal } from './seal.ts';

type Refused<B extends string> = { readonly type: 'refused'; readonly because: B };

/** The name of the site's key that seals whom a disclosure is about. */
export const sealKey = 'disclosures';

/**
 * Asks for a disclosure: nothing leaves before two operators approve it. Whom it is about is sealed until they are told.
 *
 * @param known all fields about people, as the data map names them
 * @param today of the operator's calendar
 */
export async function askDisclosure(
  w: Writing<'rights'>,
  form: DisclosureForm,
  operatorId: string,
  { known, today }: { readonly known: ReadonlySet<string>; readonly today: string },
): Promise<
  | { readonly type: 'asked'; readonly id: string }
  | { readonly type: 'refused'; readonly because: 'faults'; readonly faults: DisclosureFaults }
> {
  const faults = findDisclosureFaults(form, known, today);
  if (faults) return { type: 'refused', because: 'faults', faults };
  const personIds = [...new Set(form.personIds)];
  const id = await insertEntry(w, {
    way: 'disclosed-file',
    ground: form.ground,
    document: form.document.trim(),
    fingerprint: form.fingerprint.trim().toLowerCase() || null,
    recipient: form.recipient.trim(),
    why: form.why.trim(),
    fields: [...new Set(form.fields)],
    persons: form.people,
    silence: form.silence.trim() || null,
    silent_until: form.silentUntil.trim() || null,
    state: 'asked',
  });
  const key = await ensureSecret(w, sealKey);
  await insertSubjects(
    w,
    id,
    personIds.map((personId) => seal(key, personId)),
  );
  await insertStep(w, id, operatorId, 'asked');
  return { type: 'asked', id };
}

/** Approves a disclosure. Two different operators must; whoever asked may be one of them. */
export async function approveDisclosure(
  w: Writing<'rights'>,
  id: string,
  operatorId: string,
): Promise<
  | { readonly type: 'approved'; readonly isOpen: boolean }
  | Refused<'no-such-disclosure' | 'not-asked' | 'approved-already'>
> {
  const entry = await lockEntry(w, id);
  if (!entry) return { type: 'refused', because: 'no-such-disclosure' };
  if (entry.state !== 'asked') return { type: 'refused', because: 'not-asked' };
  const approved = (await selectSteps(w, id)).filter(({ step }) => step === 'approved');
  if (approved.some((step) => step.operator_id === operatorId)) return { type: 'refused', because: 'approved-already' };
  await insertStep(w, id, operatorId, 'approved');
  const isOpen = approved.length + 1 >= approvals.needed;
  if (isOpen) await updateEntry(w, id, { state: 'approved', approved_at: w.now() });
  return { type: 'approved', isOpen };
}

/** Takes a disclosure back: nothing leaves by it any more. */
export async function withdrawDisclosure(
  w: Writing<'rights'>,
  id: string,
  operatorId: string,
): Promise<{ readonly type: 'withdrawn' } | Refused<'no-such-disclosure' | 'not-open'>> {
  const entry = await lockEntry(w, id);
  if (!entry) return { type: 'refused', because: 'no-such-disclosure' };
  if (entry.state !== 'asked' && entry.state !== 'approved') return { type: 'refused', because: 'not-open' };
  await updateEntry(w, id, { state: 'withdrawn' });
  await insertStep(w, id, operatorId, 'withdrawn');
  return { type: 'withdrawn' };
}
