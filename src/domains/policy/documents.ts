import type { Database } from '../../kernel/database/index.ts';
import {
  type DocumentKind,
  documentKinds,
  findCurrent,
  makeDocument,
  type PolicyDocument,
  type SiteFacts,
} from './document.ts';
import { countPosted, selectPosted } from './document-store.ts';

/** The site's documents in all their versions, in memory. */
export interface Documents {
  /** The version that holds at `at`. @throws when there is none yet */
  currentDocument(kind: DocumentKind, at: Date): PolicyDocument;
  /** Every version, newest first, those to come included. */
  listVersions(kind: DocumentKind): readonly PolicyDocument[];
  findVersion(kind: DocumentKind, version: string): PolicyDocument | null;
  readonly site: SiteFacts;
}

/** The documents of a running site: the shipped ones, and those that were posted since. */
export interface LiveDocuments extends Documents {
  /** Reads what was posted since the last time, by whichever process. */
  refresh(): Promise<void>;
}

export function documentsOf(versions: readonly PolicyDocument[], site: SiteFacts): Documents {
  const all = new Map(
    documentKinds.map((kind) => {
      const own = versions.filter((one) => one.kind === kind);
      return [kind, own.sort((a, b) => b.effective_at.getTime() - a.effective_at.getTime())];
    }),
  );
  const versionsOf = (kind: DocumentKind) => all.get(kind) ?? [];
  return {
    site,
    currentDocument(kind, at) {
      const current = findCurrent(versionsOf(kind), at);
      if (!current) throw new Error(`no version of the document ${kind} holds yet`);
      return current;
    },
    listVersions: versionsOf,
    findVersion: (kind, version) => versionsOf(kind).find((one) => one.version === version) ?? null,
  };
}

/**
 * Puts the versions that operators posted upon the shipped ones. A file of a later day than the first posted version is
 * no version any more: what was posted is not overtaken by a new release of the software.
 */
export function createDocuments(database: Database, shipped: Documents): LiveDocuments {
  const { site } = shipped;
  let now = shipped;
  let read = 0;
  return {
    site,
    currentDocument: (kind, at) => now.currentDocument(kind, at),
    listVersions: (kind) => now.listVersions(kind),
    findVersion: (kind, version) => now.findVersion(kind, version),
    async refresh() {
      const r = database.read('provide');
      // Nothing that was posted is changed or deleted, so the count tells.
      const count = await countPosted(r);
      if (count === read) return;
      const rows = await selectPosted(r);
      const posted = rows.map(({ kind, version, effective_at, text }) =>
        makeDocument({ kind: kind as DocumentKind, version, effective_at }, text, site),
      );
      const first = (kind: DocumentKind) => Math.min(...posted.filter((p) => p.kind === kind).map(startOf));
      const files = documentKinds.flatMap((kind) =>
        shipped.listVersions(kind).filter((file) => startOf(file) < first(kind)),
      );
      now = documentsOf([...posted, ...files], site);
      read = count;
    },
  };
}

function startOf({ effective_at }: PolicyDocument): number {
  return effective_at.getTime();
}
