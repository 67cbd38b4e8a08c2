import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '../../kernel/errors.ts';
import { type Clause, type DocumentKind, documentKinds } from './document.ts';
import type { Documents } from './documents.ts';

/** A running check: what it says that it shows, for which clauses, and where it stands. */
export interface ClauseCheck {
  readonly file: string;
  readonly clauses: readonly string[];
  readonly says: string;
}

/** A clause with the checks that keep it. */
export interface KeptClause extends Clause {
  readonly document: DocumentKind;
  readonly checks: readonly ClauseCheck[];
}

/** Which clause is kept by what, and each place where the two do not meet, as a sentence. */
export interface ClauseReport {
  readonly clauses: readonly KeptClause[];
  readonly faults: readonly string[];
}

/** `law('P2 P15', 'what it shows', {`, as the formatter writes it. */
const declaration = /^law\(\s*'([^'\n]*)',\s*(?:'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"),/gm;
const anyCall = /^[^\n/]*\blaw[.(]/gm;
/** At the head of a file whose checks have their negative control inside: `// Proves P13, P14.` */
const heading = /^\/\/ Proves ([A-Z]\w*(?:, [A-Z]\w*)*)\.$/m;

/**
 * Reads the checks off the law tests: they are their own table.
 *
 * @throws OperatorError where there are none: the tests come with the sources
 */
export function readClauseChecks(folder: string): {
  readonly checks: readonly ClauseCheck[];
  readonly faults: readonly string[];
} {
  let files: string[];
  try {
    files = readdirSync(folder).filter((name) => /\.test\.tsx?$/.test(name));
  } catch {
    throw new OperatorError(`The checks come with the sources of mooc: there is no folder ${folder}.`);
  }
  const read = files.sort().map((file) => readFile(file, readFileSync(path.join(folder, file), 'utf8')));
  return { checks: read.flatMap(({ checks }) => checks), faults: read.flatMap(({ faults }) => faults) };
}

function readFile(file: string, text: string): { checks: ClauseCheck[]; faults: string[] } {
  const checks = [...text.matchAll(declaration)].map(([, clauses = '', single, double]) => {
    return { file, clauses: clauses.split(' '), says: (single ?? double ?? '').replaceAll("\\'", "'") };
  });
  const faults: string[] = [];
  const calls = [...text.matchAll(anyCall)].length;
  if (calls !== checks.length)
    faults.push(`${file}: ${calls - checks.length} of ${calls} laws are not written as law('P2', 'what it shows', …)`);
  if (/\b(?:it|describe|law)\.(?:skip|only|todo)\b/.test(text)) faults.push(`${file}: a check does not run`);
  const whole = heading.exec(text)?.[1];
  if (whole) checks.push({ file, clauses: whole.split(', '), says: 'the whole file' });
  if (checks.length === 0) faults.push(`${file}: names no clause that it keeps`);
  return { checks, faults };
}

/** Holds the clauses of all documents against the checks: none may be without the other. */
export function compareClauses(
  documents: Documents,
  at: Date,
  { checks, faults }: { readonly checks: readonly ClauseCheck[]; readonly faults: readonly string[] },
): ClauseReport {
  const clauses = documentKinds.flatMap((document) =>
    documents.currentDocument(document, at).clauses.map((clause) => {
      return { document, ...clause, checks: checks.filter((check) => check.clauses.includes(clause.id)) };
    }),
  );
  const known = new Set(clauses.map(({ id }) => id));
  const unkept = clauses.filter((clause) => clause.checks.length === 0);
  const lost = checks.flatMap(({ file, says, clauses: named }) =>
    named.filter((id) => !known.has(id)).map((id) => `${file}: '${says}' names ${id}, which no document has`),
  );
  return {
    clauses,
    faults: [
      ...faults,
      ...lost,
      ...unkept.map(({ id, title, document }) => `${id} (${title}) of ${document} has no check`),
    ],
  };
}
