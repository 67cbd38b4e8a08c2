import type { Writing } from '../../kernel/database/index.ts';
import { deleteReasons, upsertReasons } from './stated-reason-store.ts';

/** What stood beside the fields of a form, word for word, as it was sent. */
export interface StatedReasons {
  /** The version of the privacy policy that holds now. */
  readonly version: string;
  /** By the field as the data map names it, `person.country`; null where the field was left empty. */
  readonly shown: Readonly<Record<string, string | null>>;
}

/**
 * Keeps with a person's answers what they were told of why each is asked (P9d). An answer given again under the same words
 * changes nothing; with an emptied field goes its reason.
 */
export async function keepReasons(
  w: Writing<'provide' | 'secure'>,
  personId: string,
  { version, shown }: StatedReasons,
): Promise<void> {
  const fields = Object.entries(shown);
  const answered = fields.flatMap(([field, words]) => (words === null ? [] : [{ field, shown: words }]));
  const emptied = fields.filter(([, words]) => words === null).map(([field]) => field);
  if (emptied.length > 0) await deleteReasons(w, personId, emptied);
  const row = { person_id: personId, version, answered_at: w.now() };
  if (answered.length > 0)
    await upsertReasons(
      w,
      answered.map((each) => ({ ...row, ...each })),
    );
}
