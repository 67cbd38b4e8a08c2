import type { Reading, Writing } from '../../kernel/database/index.ts';
import { factsOf, type Holdings } from '../../kernel/holdings/index.ts';
import { topic } from '../../kernel/switchboard.ts';
import { type DocumentKind, makeDocument, type PolicyDocument, versionName } from './document.ts';
import { deleteDraft, insertPosted, selectDraft, upsertDraft } from './document-store.ts';
import type { Documents } from './documents.ts';

/** A version was posted: whoever has the documents in memory reads them anew. */
export const documentPosted = topic<{ readonly kind: DocumentKind; readonly version: string }>('documentPosted');

/** Every process reads what was posted before it holds. */
const lead_ms = 15_000;
const minute_ms = 60_000;

/** A text that can become a version, or what stands in the way. `detail` names the blank, the clauses or the moment. */
export type ReadDraft =
  | { readonly type: 'draft'; readonly document: PolicyDocument }
  | {
      readonly type: 'refused';
      readonly because: 'unusable' | 'clauses-missing' | 'too-soon' | 'taken' | 'unchanged';
      readonly detail: string;
    };

/** The soonest moment from which a version can hold: a full minute, when every process knows it. */
function soonestMoment(now: Date): Date {
  return new Date(Math.ceil((now.getTime() + lead_ms) / minute_ms) * minute_ms);
}

/**
 * Reads a text as the version that holds from a moment. A privacy policy must have every clause on which the data map
 * rests something.
 */
export function readDraft(
  { documents, map }: { readonly documents: Documents; readonly map: Holdings },
  draft: { readonly kind: DocumentKind; readonly text: string; readonly effective_at: Date | null },
  now: Date,
): ReadDraft {
  const refused = (because: (ReadDraft & { type: 'refused' })['because'], detail: string) =>
    ({ type: 'refused', because, detail }) as const;
  const soonest = soonestMoment(now);
  const effective_at = draft.effective_at ?? soonest;
  if (effective_at < soonest) return refused('too-soon', soonest.toISOString());
  let document: PolicyDocument;
  try {
    const name = { kind: draft.kind, version: versionName(effective_at), effective_at };
    document = makeDocument(name, draft.text.replaceAll('\r\n', '\n'), documents.site);
  } catch (error) {
    return refused('unusable', (error as Error).message);
  }
  if (documents.findVersion(draft.kind, document.version)) return refused('taken', document.version);
  if (documents.currentDocument(draft.kind, now).hash === document.hash) return refused('unchanged', document.version);
  const missing = draft.kind === 'privacy' ? clausesOf(map).filter((id) => !hasClause(document, id)) : [];
  if (missing.length > 0) return refused('clauses-missing', missing.join(', '));
  return { type: 'draft', document };
}

/** Posts a version, for good; its draft goes. Who reads it is told after the commit. */
export async function postVersion(
  w: Writing<'provide'>,
  part: { readonly documents: Documents; readonly map: Holdings },
  draft: { readonly kind: DocumentKind; readonly text: string; readonly effective_at: Date | null },
): Promise<ReadDraft> {
  const read = readDraft(part, draft, w.now());
  if (read.type === 'refused') return read;
  const { kind, version, effective_at } = read.document;
  const isNew = await insertPosted(w, { kind, version, effective_at, text: draft.text.replaceAll('\r\n', '\n') });
  if (!isNew) return { type: 'refused', because: 'taken', detail: version };
  await deleteDraft(w, kind);
  w.announce(documentPosted, { kind, version });
  return read;
}

/** The text on which operators work; null when there is none. */
export function findDraft(r: Reading<'provide'>, kind: DocumentKind) {
  return selectDraft(r, kind);
}

/** Keeps a text to work on later, whatever state it is in. */
export function keepDraft(w: Writing<'provide'>, kind: DocumentKind, text: string): Promise<void> {
  return upsertDraft(w, kind, text);
}

/** Throws a draft away. */
export function dropDraft(w: Writing<'provide'>, kind: DocumentKind): Promise<void> {
  return deleteDraft(w, kind);
}

function clausesOf(map: Holdings): string[] {
  const named = Object.values(map).flatMap((table) =>
    Object.keys(table.columns).flatMap((column) => factsOf(table, column).clauses),
  );
  return [...new Set(named)].sort();
}

function hasClause({ clauses }: PolicyDocument, id: string): boolean {
  return clauses.some((clause) => clause.id === id);
}
