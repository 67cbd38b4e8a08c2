import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import type { DisclosureState } from './disclosure.ts';
import { holdings } from './holdings.ts';
import type { WayOut } from './ways-out.ts';

type R = Reading<'rights'>;
type W = Writing<'rights'>;

/** A line of the register. */
export interface DisclosureRow {
  readonly id: string;
  readonly way: WayOut;
  readonly ground: string;
  readonly document: string | null;
  readonly fingerprint: string | null;
  readonly recipient: string | null;
  readonly why: string;
  readonly fields: readonly string[];
  readonly persons: number;
  readonly silence: string | null;
  readonly silent_until: string | null;
  readonly state: DisclosureState;
  readonly asked_at: Date;
  readonly approved_at: Date | null;
  readonly given_at: Date | null;
  readonly told_at: Date | null;
}

/** What operators do with a disclosure. */
export type DisclosureStepKind = 'asked' | 'approved' | 'withdrawn' | 'handed-over' | 'told' | 'taken-out';

export interface DisclosureStep {
  readonly operator_id: string | null;
  readonly step: DisclosureStepKind;
  readonly made_at: Date;
}

const columns = Object.keys(holdings.disclosure_entry.columns) as (keyof typeof holdings.disclosure_entry.columns)[];

export async function insertEntry(
  w: W,
  entry: Omit<DisclosureRow, 'id' | 'asked_at' | 'approved_at' | 'given_at' | 'told_at'>,
): Promise<string> {
  const id = w.newId();
  const { fields, ...rest } = entry;
  await tables(w, holdings)
    .insertInto('disclosure_entry')
    .values({ ...rest, fields: [...fields], id, asked_at: w.now() })
    .execute();
  return id;
}

export async function selectEntries(r: R, limit: number, offset: number): Promise<DisclosureRow[]> {
  const rows = await tables(r, holdings)
    .selectFrom('disclosure_entry')
    .select(columns)
    .orderBy('asked_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows as DisclosureRow[];
}

export async function countEntries(r: R): Promise<number> {
  const row = await tables(r, holdings)
    .selectFrom('disclosure_entry')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

export async function selectEntry(r: R, id: string): Promise<DisclosureRow | null> {
  const query = tables(r, holdings).selectFrom('disclosure_entry').select(columns).where('id', '=', id);
  return ((await query.executeTakeFirst()) as DisclosureRow | undefined) ?? null;
}

/** Held until the transaction ends: two who approve at once come one after the other. */
export async function lockEntry(w: W, id: string): Promise<DisclosureRow | null> {
  const query = tables(w, holdings).selectFrom('disclosure_entry').select(columns).where('id', '=', id).forUpdate();
  return ((await query.executeTakeFirst()) as DisclosureRow | undefined) ?? null;
}

export async function updateEntry(
  w: W,
  id: string,
  change: Partial<{
    readonly state: DisclosureState;
    readonly approved_at: Date;
    readonly given_at: Date;
    readonly told_at: Date;
  }>,
): Promise<void> {
  await tables(w, holdings).updateTable('disclosure_entry').set(change).where('id', '=', id).execute();
}

export async function insertStep(w: W, entryId: string, operatorId: string, step: DisclosureStepKind): Promise<void> {
  await tables(w, holdings)
    .insertInto('disclosure_step')
    .values({ id: w.newId(), entry_id: entryId, operator_id: operatorId, step, made_at: w.now() })
    .execute();
}

export async function selectSteps(r: R, entryId: string): Promise<DisclosureStep[]> {
  const rows = await tables(r, holdings)
    .selectFrom('disclosure_step')
    .select(['operator_id', 'step', 'made_at'])
    .where('entry_id', '=', entryId)
    .orderBy('made_at')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows as DisclosureStep[];
}

export async function insertSubjects(w: W, entryId: string, sealed: readonly Buffer[]): Promise<void> {
  const rows = sealed.map((one) => ({ id: w.newId(), entry_id: entryId, sealed: one }));
  await tables(w, holdings).insertInto('disclosure_subject').values(rows).execute();
}

/** Whom an entry is about: sealed, or open once they were told. Neither, when they were erased since. */
export interface SubjectRow {
  readonly id: string;
  readonly person_id: string | null;
  readonly sealed: Buffer | null;
}

export async function selectSubjects(r: R, entryId: string): Promise<SubjectRow[]> {
  return tables(r, holdings)
    .selectFrom('disclosure_subject')
    .select(['id', 'person_id', 'sealed'])
    .where('entry_id', '=', entryId)
    .orderBy('id')
    .execute();
}

/** Opens a seal: from now on the row leads to the person. */
export async function updateTold(w: W, id: string, personId: string): Promise<void> {
  await tables(w, holdings)
    .updateTable('disclosure_subject')
    .set({ person_id: personId, sealed: null, told_at: w.now() })
    .where('id', '=', id)
    .execute();
}
