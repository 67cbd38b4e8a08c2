import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

/** A code by which people may enrol. The code itself is not stored. */
export interface EnrolmentCode {
  readonly id: string;
  /** What its makers call it. */
  readonly label: string;
  readonly most_uses: number;
  readonly uses: number;
  readonly ends_at: Date;
}

const columns = ['id', 'label', 'most_uses', 'uses', 'ends_at'] as const;

export async function insertCode(
  w: Writing<'provide'>,
  code: {
    readonly courseKey: string;
    readonly label: string;
    readonly hash: Buffer;
    readonly most_uses: number;
    readonly ends_at: Date;
  },
): Promise<void> {
  const { courseKey: course_key, hash: code_hash, ...same } = code;
  await tables(w, holdings)
    .insertInto('enrolment_code')
    .values({ id: w.newId(), course_key, code_hash, uses: 0, made_at: w.now(), ...same })
    .execute();
}

export function selectCodes(r: Reading<'provide'>, courseKey: string, limit: number): Promise<EnrolmentCode[]> {
  return tables(r, holdings)
    .selectFrom('enrolment_code')
    .select(columns)
    .where('course_key', '=', courseKey)
    .orderBy('made_at', 'desc')
    .limit(limit)
    .execute();
}

/** The code, locked until the transaction ends: of its last use only one gets it. */
export async function lockCode(w: Writing<'provide'>, courseKey: string, hash: Buffer): Promise<EnrolmentCode | null> {
  const row = await tables(w, holdings)
    .selectFrom('enrolment_code')
    .select(columns)
    .where('course_key', '=', courseKey)
    .where('code_hash', '=', hash)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function countUse(w: Writing<'provide'>, id: string): Promise<void> {
  await tables(w, holdings)
    .updateTable('enrolment_code')
    .set((e) => ({ uses: e('uses', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function deleteCode(w: Writing<'provide'>, courseKey: string, id: string): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('enrolment_code')
    .where('course_key', '=', courseKey)
    .where('id', '=', id)
    .execute();
}
