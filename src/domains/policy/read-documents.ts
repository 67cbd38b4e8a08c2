import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../../kernel/errors.ts';
import {
  type DocumentKind,
  documentKinds,
  fillIn,
  findCurrent,
  type PolicyDocument,
  readClauses,
  type SiteFacts,
} from './document.ts';

/** The site's documents in all their versions, read once at start. */
export interface Documents {
  /** The version that holds at `at`. @throws when there is none yet */
  currentDocument(kind: DocumentKind, at: Date): PolicyDocument;
  /** Every version, newest first, those to come included. */
  listVersions(kind: DocumentKind): readonly PolicyDocument[];
  findVersion(kind: DocumentKind, version: string): PolicyDocument | null;
  readonly site: SiteFacts;
}

const most_bytes = 500_000;

/**
 * Reads `policy/`: a folder a kind, in it a Markdown file a version, named by the day from which it holds.
 *
 * @throws OperatorError naming the file that can't be understood
 */
export function readDocuments(folder: string, site: SiteFacts): Documents {
  const all = new Map(documentKinds.map((kind) => [kind, readKind(folder, kind, site)]));
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

function readKind(folder: string, kind: DocumentKind, site: SiteFacts): readonly PolicyDocument[] {
  const home = path.join(folder, kind);
  let names: string[];
  try {
    names = readdirSync(home).filter((name) => name.endsWith('.md'));
  } catch {
    throw new OperatorError(`The documents are missing: there is no folder ${home}.`);
  }
  if (names.length === 0)
    throw new OperatorError(`The folder ${home} has no document: add one named as 2026-11-24.md.`);
  return names
    .sort()
    .reverse()
    .map((name) => readVersion(path.join(home, name), kind, site));
}

function readVersion(file: string, kind: DocumentKind, site: SiteFacts): PolicyDocument {
  const version = path.basename(file, '.md');
  const effective_at = new Date(`${version}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(version) || Number.isNaN(effective_at.getTime())) {
    throw new OperatorError(`The document ${file} must be named by the day from which it holds, as 2026-11-24.md.`);
  }
  try {
    const bytes = readFileSync(file);
    if (bytes.length > most_bytes) throw new Error(`it is larger than ${most_bytes} bytes`);
    const { text, clauses } = readClauses(fillIn(bytes.toString('utf8'), site));
    const title = /^# (.+)$/m.exec(text)?.[1];
    if (!title) throw new Error('it has no heading of the first level');
    return { kind, version, effective_at, title, text, clauses, hash: createHash('sha256').update(text).digest('hex') };
  } catch (error) {
    throw new OperatorError(`The document ${file} can't be used: ${(error as Error).message}.`);
  }
}
