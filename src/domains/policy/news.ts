import { acknowledgedDocuments } from './acknowledge.ts';
import type { DocumentKind, PolicyDocument } from './document.ts';
import type { Documents } from './documents.ts';

const day_ms = 86_400_000;

/** For how long everybody is told of a new version. */
export const news_days = 30;

/** A new version of a document, and the one before it. */
export interface DocumentNews {
  readonly kind: DocumentKind;
  readonly version: string;
  readonly before: string;
  readonly effective_at: Date;
}

/** The policy and the terms, where a new version came to hold in the last 30 days. The first version of all is no news. */
export function findNews(documents: Documents, at: Date): DocumentNews[] {
  return acknowledgedDocuments.flatMap((kind) => {
    const { version, effective_at } = documents.currentDocument(kind, at);
    const before = versionBefore(documents, kind, effective_at);
    const age_ms = at.getTime() - effective_at.getTime();
    return before && age_ms < news_days * day_ms ? [{ kind, version, before: before.version, effective_at }] : [];
  });
}

/**
 * Ids of clauses that the first version of a document did not have. The checks come with the software and keep the
 * shipped clauses: these are promises that the operator keeps alone.
 */
export function findUnchecked(documents: Documents, { kind, clauses }: PolicyDocument): string[] {
  const shipped = new Set(
    documents
      .listVersions(kind)
      .at(-1)
      ?.clauses.map(({ id }) => id),
  );
  return clauses.map(({ id }) => id).filter((id) => !shipped.has(id));
}

/** The version that held before the one of that moment; null for the first. */
export function versionBefore(documents: Documents, kind: DocumentKind, effective_at: Date): PolicyDocument | null {
  return documents.listVersions(kind).find((one) => one.effective_at < effective_at) ?? null;
}
