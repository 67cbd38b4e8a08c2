import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

export async function insertAcknowledgement(
  w: Writing<'provide' | 'secure'>,
  row: {
    readonly person_id: string;
    readonly document: string;
    readonly version: string;
    readonly text_hash: string;
    readonly stored_in: string;
    readonly occasion: string;
    readonly made_at: Date;
    readonly answer: string | null;
    readonly answered_at: Date | null;
  },
): Promise<boolean> {
  const result = await tables(w, holdings)
    .insertInto('acknowledgement')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'document', 'version']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updateAnswer(
  w: Writing<'provide'>,
  key: { readonly personId: string; readonly document: string; readonly version: string },
  said: { readonly answer: string; readonly answered_at: Date },
): Promise<void> {
  await tables(w, holdings)
    .updateTable('acknowledgement')
    .set(said)
    .where('person_id', '=', key.personId)
    .where('document', '=', key.document)
    .where('version', '=', key.version)
    .execute();
}

/** Asked at every page of who is signed in. */
const standing: NamedStatement = {
  name: 'policy standing',
  text: `
    select answer from acknowledgement
    where person_id = $1 and document || ' ' || version = any (string_to_array($2, E'\\n'))`,
};

export async function selectAnswers(
  r: Reading<'provide'>,
  personId: string,
  versions: string,
): Promise<(string | null)[]> {
  const rows = await runNamed<{ answer: string | null }>(r, standing, [personId, versions]);
  return rows.map(({ answer }) => answer);
}

export async function insertHonorCode(
  w: Writing<'provide'>,
  row: {
    readonly person_id: string;
    readonly course_key: string;
    readonly version: string;
    readonly text_hash: string;
    readonly accepted_at: Date;
  },
): Promise<boolean> {
  const result = await tables(w, holdings)
    .insertInto('honor_code_acceptance')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'course_key', 'version']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function selectHonorCode(
  r: Reading<'provide'>,
  personId: string,
  courseKey: string,
  version: string,
): Promise<Date | null> {
  const row = await tables(r, holdings)
    .selectFrom('honor_code_acceptance')
    .select('accepted_at')
    .where('person_id', '=', personId)
    .where('course_key', '=', courseKey)
    .where('version', '=', version)
    .executeTakeFirst();
  return row?.accepted_at ?? null;
}
