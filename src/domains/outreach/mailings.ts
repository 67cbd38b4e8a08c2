import type { Reading, Writing } from '../../kernel/database/index.ts';
import { countDeliveries, countReached, leaveOutWaiting } from './delivery-store.ts';
import { type DeliveryCounts, findMailingFault, type Mailing } from './mailing.ts';
import { deleteDraft, insertMailing, selectMailing, selectMailings, updateMailing } from './mailing-store.ts';

const most_mailings = 200;

type Fault = { readonly type: 'refused'; readonly because: 'subject' | 'body' };
type NotNow = { readonly type: 'refused'; readonly because: 'not-now' };
const notNow: NotNow = { type: 'refused', because: 'not-now' };

/** The words of a mailing, and whom it is for. */
export type MailingWording = Pick<Mailing, 'subject' | 'body' | 'audience'>;

/** Begins a draft. @returns its id */
export async function draftMailing(
  w: Writing<'contact'>,
  wording: MailingWording,
): Promise<{ readonly type: 'drafted'; readonly id: string } | Fault> {
  const fault = findMailingFault(wording);
  if (fault) return { type: 'refused', because: fault };
  const id = w.newId();
  await insertMailing(w, { id, ...wording });
  return { type: 'drafted', id };
}

/** Changes a draft. What is scheduled is taken back to a draft first. */
export async function editMailing(
  w: Writing<'contact'>,
  id: string,
  wording: MailingWording,
): Promise<{ readonly type: 'stored' } | Fault | NotNow> {
  const fault = findMailingFault(wording);
  if (fault) return { type: 'refused', because: fault };
  return (await updateMailing(w, id, ['draft'], wording)) ? { type: 'stored' } : notNow;
}

/** Sends a draft from `due_at` on. */
export async function scheduleMailing(
  w: Writing<'contact'>,
  id: string,
  due_at: Date,
): Promise<{ readonly type: 'scheduled' } | NotNow> {
  return (await updateMailing(w, id, ['draft'], { state: 'scheduled', due_at })) ? { type: 'scheduled' } : notNow;
}

/** Stops a mailing: one that has not begun is a draft again; of one on its way, the copies that wait are left out. */
export async function stopMailing(w: Writing<'contact'>, id: string): Promise<{ readonly type: 'stopped' } | NotNow> {
  if (await updateMailing(w, id, ['scheduled'], { state: 'draft', due_at: null })) return { type: 'stopped' };
  if (!(await updateMailing(w, id, ['sending'], { state: 'stopped', finished_at: w.now() }))) return notNow;
  await leaveOutWaiting(w, id);
  return { type: 'stopped' };
}

/** Throws a draft away; what was sent stays, as its record. */
export function discardDraft(w: Writing<'contact'>, id: string): Promise<void> {
  return deleteDraft(w, id);
}

/** All mailings, newest first, at most 200. */
export function listMailings(r: Reading<'contact'>): Promise<Mailing[]> {
  return selectMailings(r, most_mailings);
}

/** A mailing with how many it reaches now, and how far its copies are; or null. */
export async function findMailing(
  r: Reading<'contact'>,
  id: string,
): Promise<(Mailing & { readonly reaches: number; readonly copies: DeliveryCounts }) | null> {
  const mailing = await selectMailing(r, id);
  if (!mailing) return null;
  const [reaches, copies] = await Promise.all([countReached(r, mailing.audience), countDeliveries(r, id)]);
  return { ...mailing, reaches, copies };
}
