import type { Reading, Writing } from '../../kernel/database/index.ts';
import type { Holdings } from '../../kernel/holdings/index.ts';
import { type AffectedPerson, countAffected, listAffected, listScopes } from '../disclosure/index.ts';
import { type BreachFaults, type BreachForm, findBreachFaults, longestBreach_chars, type Risk } from './breach.ts';
import {
  type BreachRow,
  countNotices,
  deleteExtent,
  type Extent,
  insertBreach,
  insertExtent,
  selectBreach,
  selectBreaches,
  selectExtents,
  updateBreach,
} from './breach-store.ts';

/** The register of breaches. Its pages see to it that only operators come here. */

const most_listed = 200;
const most_extents = 20;
const most_shown = 50;

type NoSuchBreach = { readonly type: 'refused'; readonly because: 'no-such-breach' };
type Stored = { readonly type: 'stored'; readonly id: string };

/** Writes a breach down, or what is known of it by now; a new one under the id null. */
export async function noteBreach(
  w: Writing<'rights'>,
  id: string | null,
  form: BreachForm,
): Promise<
  Stored | NoSuchBreach | { readonly type: 'refused'; readonly because: 'faults'; readonly faults: BreachFaults }
> {
  const faults = findBreachFaults(form, w.now());
  if (faults) return { type: 'refused', because: 'faults', faults };
  const breach = {
    title: form.title.trim(),
    what: form.what.trim(),
    measures: form.measures.trim(),
    risk: form.risk as Risk,
    known_at: form.known_at!,
  };
  if (id === null) return { type: 'stored', id: await insertBreach(w, breach) };
  return (await updateBreach(w, id, breach)) ? { type: 'stored', id } : { type: 'refused', because: 'no-such-breach' };
}

/** Notes that the authority was told, and under which mark; or, with no moment, why it is not. */
export async function noteAuthority(
  w: Writing<'rights'>,
  id: string,
  note: string,
  told_at: Date | null,
): Promise<Stored | NoSuchBreach | { readonly type: 'refused'; readonly because: 'no-words' }> {
  const authority_note = note.trim().slice(0, longestBreach_chars.text);
  if (authority_note === '') return { type: 'refused', because: 'no-words' };
  const isStored = await updateBreach(w, id, { authority_told_at: told_at, authority_note });
  return isStored ? { type: 'stored', id } : { type: 'refused', because: 'no-such-breach' };
}

/** Ends the work on a breach, or takes it up again. The entry stays. */
export async function closeBreach(w: Writing<'rights'>, id: string, isClosed: boolean): Promise<Stored | NoSuchBreach> {
  const isStored = await updateBreach(w, id, { closed_at: isClosed ? w.now() : null });
  return isStored ? { type: 'stored', id } : { type: 'refused', because: 'no-such-breach' };
}

/** Adds a table, columns and a window to what a breach reached. At most 20. */
export async function addExtent(
  w: Writing<'rights'>,
  map: Holdings,
  id: string,
  extent: Omit<Extent, 'id'>,
): Promise<
  Stored | NoSuchBreach | { readonly type: 'refused'; readonly because: 'no-such-table' | 'no-window' | 'too-many' }
> {
  if (!(await selectBreach(w, id))) return { type: 'refused', because: 'no-such-breach' };
  const scope = listScopes(map).find(({ table }) => table === extent.table);
  if (!scope) return { type: 'refused', because: 'no-such-table' };
  if (extent.from > extent.to) return { type: 'refused', because: 'no-window' };
  if ((await selectExtents(w, id, most_extents)).length === most_extents)
    return { type: 'refused', because: 'too-many' };
  const columns = extent.columns.filter((column) => scope.columns.includes(column));
  await insertExtent(w, id, { ...extent, columns });
  return { type: 'stored', id };
}

/** Takes a part of the extent away. */
export function removeExtent(w: Writing<'rights'>, id: string, extentId: string): Promise<void> {
  return deleteExtent(w, id, extentId);
}

/** All breaches, what is open first; at most 200. */
export function listBreaches(r: Reading<'rights'>): Promise<BreachRow[]> {
  return selectBreaches(r, most_listed);
}

/** One part of the extent with whom it reached: how many, and the first 50 of them. */
export interface Reach extends Extent {
  readonly count: number;
  readonly persons: readonly AffectedPerson[];
}

/** A breach as the desk shows it. */
export interface BreachView extends BreachRow {
  readonly reaches: readonly Reach[];
  readonly told: number;
}

/** One breach, with whom each part of its extent reached, worked out now; or null. */
export async function findBreach(r: Reading<'rights'>, map: Holdings, id: string): Promise<BreachView | null> {
  const breach = await selectBreach(r, id);
  if (!breach) return null;
  const reaches: Reach[] = [];
  for (const extent of await selectExtents(r, id, most_extents)) {
    const count = await countAffected(r, map, extent);
    const { persons } = await listAffected(r, map, extent, { after: null, limit: most_shown });
    reaches.push({ ...extent, count, persons });
  }
  return { ...breach, reaches, told: await countNotices(r, id) };
}
