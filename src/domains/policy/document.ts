import { createHash } from 'node:crypto';

/** The site's documents: types and pure rules. */

/** Which document, as in addresses and folders. */
export type DocumentKind = 'privacy' | 'terms' | 'honor-code';

/** All kinds, in the order of pages. */
export const documentKinds: readonly DocumentKind[] = ['privacy', 'terms', 'honor-code'];

/** A passage with an id, which checks and the data map refer to. */
export interface Clause {
  /** `P4`, `T2`, `H1`. */
  readonly id: string;
  readonly title: string;
}

/** One version of a document. */
export interface PolicyDocument {
  readonly kind: DocumentKind;
  /** The moment from which it holds, in UTC: `2026-11-24`, or `2026-11-24-1830` when that is not midnight. */
  readonly version: string;
  readonly effective_at: Date;
  readonly title: string;
  /** Markdown, with the site's settings filled in and without the ids of clauses in its headings. */
  readonly text: string;
  readonly clauses: readonly Clause[];
  /** The Markdown as it was written, with its blanks and ids: what a next version starts from. */
  readonly source: string;
  /** SHA-256 of `text`, in hex: an acknowledgement keeps it. */
  readonly hash: string;
}

/** What the documents say of the site, from its settings (P0, P13, P15). */
export interface SiteFacts {
  readonly siteName: string;
  readonly operatorName: string;
  readonly privacyAddress: string;
  readonly storagePlace: string;
  readonly minimumAge_years: number;
}

const clauseHeading = /^(#{1,6} .*?)\s*\{#([A-Z]\d{1,2}[a-z]?)\}\s*$/;

/** Reads the clauses off the headings: `## Profile {#P4}`. @throws when two have one id */
function readClauses(markdown: string): { readonly text: string; readonly clauses: readonly Clause[] } {
  const clauses: Clause[] = [];
  const lines = markdown.split('\n').map((line) => {
    const found = clauseHeading.exec(line);
    if (!found) return line;
    const [, heading = '', id = ''] = found;
    if (clauses.some((clause) => clause.id === id)) throw new Error(`two clauses have the id ${id}`);
    clauses.push({ id, title: heading.replace(/^#+ /, '') });
    return heading;
  });
  return { text: lines.join('\n'), clauses };
}

/** Puts the site's facts into a document. @throws for a blank that has no fact */
function fillIn(markdown: string, facts: SiteFacts): string {
  return markdown.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const fact = facts[name as keyof SiteFacts];
    if (fact === undefined) throw new Error(`a document has a blank '${name}' that no setting fills`);
    return String(fact);
  });
}

/** Far above what anybody reads. */
const most_chars = 500_000;

/**
 * A version from its Markdown.
 *
 * @throws Error saying what in the text can't be used
 */
export function makeDocument(
  name: Pick<PolicyDocument, 'kind' | 'version' | 'effective_at'>,
  markdown: string,
  site: SiteFacts,
): PolicyDocument {
  if (markdown.length > most_chars) throw new Error(`it is longer than ${most_chars} characters`);
  const { text, clauses } = readClauses(fillIn(markdown, site));
  const title = /^# (.+)$/m.exec(text)?.[1];
  if (!title) throw new Error('it has no heading of the first level');
  return { ...name, title, text, clauses, source: markdown, hash: createHash('sha256').update(text).digest('hex') };
}

/** The name of the version that holds from a moment. */
export function versionName(effective_at: Date): string {
  const [day = '', time = ''] = effective_at.toISOString().split('T');
  return time.startsWith('00:00') ? day : `${day}-${time.slice(0, 5).replace(':', '')}`;
}

/** The version that holds at a moment: the latest that is effective. Null before the first. */
export function findCurrent(versions: readonly PolicyDocument[], at: Date): PolicyDocument | null {
  return versions.reduce<PolicyDocument | null>(
    (latest, one) => (one.effective_at <= at && (!latest || one.effective_at > latest.effective_at) ? one : latest),
    null,
  );
}
