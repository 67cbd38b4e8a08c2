import type { Purpose } from '../purposes.ts';

/** What kind of thing a value is, in the words that the page 'what we collect' uses. */
export type Category =
  | 'identifier'
  | 'credential'
  | 'contact'
  | 'profile'
  | 'learning'
  | 'behaviour'
  | 'network'
  | 'agreement'
  | 'preference'
  | 'message'
  | 'content'
  | 'record';

/**
 * How long a value stays: as long as what it belongs to, or a term that runs from a column of the same row. When a table's
 * term is over the row goes; a column's own term empties the column, or cuts an address down to its network.
 */
export type Keep =
  | { readonly with: string }
  | { readonly days: number; readonly from: string; readonly leaves?: 'network' };

/**
 * What erasing a person does to the value:
 * `delete` the row goes; `decorrelate` the row stays and no longer leads to the person (the column is set to null);
 * `keep` it stays, on the ground that is stated.
 */
export type OnErase = 'delete' | 'decorrelate' | { readonly keep: string };

/** The privacy facts of a value. A table states them for all its columns; a column may differ. */
export interface Facts {
  readonly category: Category;
  /** Given by the person, observed by the site, or derived from other values. */
  readonly source: 'given' | 'observed' | 'derived';
  /** Which purposes may read it. `rights` may always. */
  readonly purposes: readonly Purpose[];
  /** Clauses of the privacy policy that cover it. */
  readonly clauses: readonly string[];
  readonly basis: 'contract' | 'consent' | 'legal-obligation' | 'legitimate-interest';
  readonly keep: Keep;
  readonly onErase: OnErase;
  /** Who outside the site receives it. */
  readonly recipients?: readonly string[];
  /** Why an access export leaves it out: a secret, or somebody else's. */
  readonly withheld?: string;
}

/** The facts in which a column differs from its table. */
export type ColumnFacts = Partial<Facts> & {
  /** One sentence for readers of 'what we collect'. Without it the column's name speaks for itself. */
  readonly what?: string;
  /**
   * In joint data: the value is about whom this column of the table leads to, and an access export shows it to nobody
   * else who has a part in the row. Columns that hold a person's id need not say so.
   */
  readonly whose?: string;
};
