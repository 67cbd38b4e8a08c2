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
  /** The day from which it holds, midnight UTC: `2026-11-24`. It names the version. */
  readonly version: string;
  readonly effective_at: Date;
  readonly title: string;
  /** Markdown, with the site's settings filled in and without the ids of clauses in its headings. */
  readonly text: string;
  readonly clauses: readonly Clause[];
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
export function readClauses(markdown: string): { readonly text: string; readonly clauses: readonly Clause[] } {
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
export function fillIn(markdown: string, facts: SiteFacts): string {
  return markdown.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const fact = facts[name as keyof SiteFacts];
    if (fact === undefined) throw new Error(`a document has a blank '${name}' that no setting fills`);
    return String(fact);
  });
}

/** The version that holds at a moment: the latest that is effective. Null before the first. */
export function findCurrent(versions: readonly PolicyDocument[], at: Date): PolicyDocument | null {
  return versions.reduce<PolicyDocument | null>(
    (latest, one) => (one.effective_at <= at && (!latest || one.effective_at > latest.effective_at) ? one : latest),
    null,
  );
}
