import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../../kernel/errors.ts';
import { type DocumentKind, documentKinds, makeDocument, type PolicyDocument, type SiteFacts } from './document.ts';
import { type Documents, documentsOf } from './documents.ts';

/**
 * Reads the shipped versions from `policy/`: a folder a kind, in it a Markdown file a version, named by the day from which it holds.
 *
 * @throws OperatorError naming the file that can't be understood
 */
export function readDocuments(folder: string, site: SiteFacts): Documents {
  return documentsOf(
    documentKinds.flatMap((kind) => readKind(folder, kind, site)),
    site,
  );
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
  return names.map((name) => readVersion(path.join(home, name), kind, site));
}

function readVersion(file: string, kind: DocumentKind, site: SiteFacts): PolicyDocument {
  const version = path.basename(file, '.md');
  const effective_at = new Date(`${version}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(version) || Number.isNaN(effective_at.getTime())) {
    throw new OperatorError(`The document ${file} must be named by the day from which it holds, as 2026-11-24.md.`);
  }
  try {
    return makeDocument({ kind, version, effective_at }, readFileSync(file, 'utf8'), site);
  } catch (error) {
    throw new OperatorError(`The document ${file} can't be used: ${(error as Error).message}.`);
  }
}
