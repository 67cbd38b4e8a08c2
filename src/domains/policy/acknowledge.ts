import type { Reading, Writing } from '../../kernel/database/index.ts';
import type { DocumentKind, PolicyDocument } from './document.ts';
import { insertAcknowledgement, selectAcknowledged } from './policy-store.ts';

/** What a person acknowledges by registering and by going on. The Honor Code comes before graded work, not here. */
export const acknowledgedDocuments: readonly DocumentKind[] = ['privacy', 'terms'];

/**
 * Records that a person took note of a document's version: exactly one record for each person and version, however
 * many requests come at once; the first stands. @returns whether this call made it
 */
export function acknowledge(
  w: Writing<'provide' | 'secure'>,
  personId: string,
  document: PolicyDocument,
  how: { readonly occasion: 'registration' | 'going-on'; readonly storedIn: string },
): Promise<boolean> {
  return insertAcknowledgement(w, {
    person_id: personId,
    document: document.kind,
    version: document.version,
    text_hash: document.hash,
    stored_in: how.storedIn,
    occasion: how.occasion,
    made_at: w.now(),
  });
}

/** When a person took note of this version; null when they did not. */
export function findAcknowledged(
  r: Reading<'provide'>,
  personId: string,
  document: PolicyDocument,
): Promise<Date | null> {
  return selectAcknowledged(r, personId, document.kind, document.version);
}
