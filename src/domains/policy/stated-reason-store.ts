import { tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

export interface StatedReasonRow {
  readonly person_id: string;
  readonly field: string;
  readonly shown: string;
  readonly version: string;
  readonly answered_at: Date;
}

/** The first answer under the same words stands. */
export async function upsertReasons(w: Writing<'provide' | 'secure'>, rows: readonly StatedReasonRow[]): Promise<void> {
  await tables(w, holdings)
    .insertInto('stated_reason')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['person_id', 'field'])
        .doUpdateSet(({ ref }) => ({
          shown: ref('excluded.shown'),
          version: ref('excluded.version'),
          answered_at: ref('excluded.answered_at'),
        }))
        .whereRef('stated_reason.shown', '<>', 'excluded.shown'),
    )
    .execute();
}

export async function deleteReasons(
  w: Writing<'provide' | 'secure'>,
  personId: string,
  fields: readonly string[],
): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('stated_reason')
    .where('person_id', '=', personId)
    .where('field', 'in', [...fields])
    .execute();
}
