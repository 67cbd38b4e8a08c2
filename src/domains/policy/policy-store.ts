import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import type { GivenConsent } from './consent-uses.ts';
import { holdings } from './holdings.ts';

export async function insertConsent(
  w: Writing<'provide'>,
  row: {
    readonly id: string;
    readonly person_id: string;
    readonly use: string;
    readonly wording: number;
    readonly version: string;
    readonly shown: string;
    readonly control: string;
    readonly given_at: Date;
  },
): Promise<boolean> {
  const result = await tables(w, holdings)
    .insertInto('consent')
    .values(row)
    .onConflict((conflict) => conflict.columns(['person_id', 'use']).where('withdrawn_at', 'is', null).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Ends what stands; with `butWording`, only what was given to other words than those. @returns whether any stood */
export async function updateWithdrawn(
  w: Writing<'provide'>,
  personId: string,
  { use, butWording }: { readonly use: string; readonly butWording: number | null },
): Promise<boolean> {
  const standing = tables(w, holdings)
    .updateTable('consent')
    .set({ withdrawn_at: w.now() })
    .where('person_id', '=', personId)
    .where('use', '=', use)
    .where('withdrawn_at', 'is', null);
  const ended = butWording === null ? standing : standing.where('wording', '<>', butWording);
  return (await ended.executeTakeFirst()).numUpdatedRows > 0n;
}

/** Asked at every page of who is signed in. */
const standingConsent: NamedStatement = {
  name: 'policy standing consent',
  text: `
    select exists (
      select from consent where person_id = $1 and use = $2 and wording = $3 and withdrawn_at is null
    ) as stands`,
};

export async function selectHasConsent(
  r: Reading<'provide'>,
  personId: string,
  use: string,
  wording: number,
): Promise<boolean> {
  const [row] = await runNamed<{ stands: boolean }>(r, standingConsent, [personId, use, wording]);
  return row?.stands ?? false;
}

export async function selectConsents(r: Reading<'provide'>, personId: string, use: string): Promise<GivenConsent[]> {
  return tables(r, holdings)
    .selectFrom('consent')
    .select(['shown', 'version', 'control', 'given_at', 'withdrawn_at'])
    .where('person_id', '=', personId)
    .where('use', '=', use)
    .orderBy('given_at', 'desc')
    .limit(50)
    .execute();
}

/** Who took a yes back since then, and gave none since. */
export async function selectWithdrawn(r: Reading<'provide'>, use: string, since: Date): Promise<string[]> {
  const rows = await tables(r, holdings)
    .selectFrom('consent')
    .select('person_id')
    .distinct()
    .where('use', '=', use)
    .where('withdrawn_at', '>=', since)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('consent as standing')
            .select('standing.id')
            .whereRef('standing.person_id', '=', 'consent.person_id')
            .whereRef('standing.use', '=', 'consent.use')
            .where('standing.withdrawn_at', 'is', null),
        ),
      ),
    )
    .limit(10_000)
    .execute();
  return rows.map((row) => row.person_id);
}
