import { createHash } from 'node:crypto';
import { type Static, type TProperties, Type } from 'typebox';
import { hashLeaf } from './merkle.ts';

/** What stands in a person's ledger: types and pure rules. */

const shortest = { minLength: 1, maxLength: 200 } as const;
const word = Type.String(shortest);
const words = Type.String({ maxLength: 5_000 });
/** Names as the data map has them: `person.email`. */
const fields = Type.Array(word, { maxItems: 500 });
const closed = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false });

/** What an entry says, by its kind. Every key is declared here; others are refused before they are stored. */
export const saidSchemas = {
  acknowledgement: closed({ document: word, version: word, text_hash: word, stored_in: words, occasion: word }),
  consent: closed({
    choice: Type.Union([Type.Literal('given'), Type.Literal('withdrawn')]),
    use: word,
    version: Type.Optional(word),
    shown: Type.Optional(words),
    control: Type.Optional(word),
  }),
  'look-up': closed({ purpose: word, fields, count: Type.Integer({ minimum: 0 }) }),
  disclosure: closed({ recipient: words, ground: word, fields }),
  export: closed({ format: word }),
  erasure: closed({}),
  correction: closed({ fields }),
  restriction: closed({ choice: Type.Union([Type.Literal('set'), Type.Literal('lifted')]), scope: word }),
  objection: closed({ choice: Type.Union([Type.Literal('set'), Type.Literal('lifted')]), scope: word }),
  hold: closed({
    choice: Type.Union([Type.Literal('set'), Type.Literal('lifted')]),
    ground: words,
    tables: fields,
    ends_on: word,
  }),
  collection: closed({ what: word }),
} as const;

/** What an entry can be about. */
export type EntryKind = keyof typeof saidSchemas;

/** What an entry of a kind says. */
export type Said<K extends EntryKind = EntryKind> = Static<(typeof saidSchemas)[K]>;

/** All that entries say, as the data map declares the column. */
export const saidSchema = Type.Union(Object.values(saidSchemas));

/** Who acted. Of staff the person is told the role; who it was is kept apart, for the site to answer for. */
export type Actor =
  | { readonly type: 'self' }
  /** By itself: a term that ended, a restored backup. */
  | { readonly type: 'site' }
  /** `staffId` is null where nobody signed in: the command line. */
  | { readonly type: 'staff'; readonly role: string; readonly staffId: string | null };

/** Something to note about a person with an account. */
export type NewEntry = {
  readonly [K in EntryKind]: {
    readonly personId: string;
    readonly by: Actor;
    readonly kind: K;
    readonly said: Said<K>;
  };
}[EntryKind];

/** An entry as its leaf commits to it and as its receipt carries it. */
export interface Entry {
  readonly kind: EntryKind;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  readonly by: Actor['type'];
  readonly role: string | null;
  /** A hash of salt and person, so that receipts of one person can't be told to be of one. Hex. */
  readonly person: string;
  readonly said: Said;
}

/** A line of a ledger as its person sees it. What `said` holds follows from `kind`. */
export type LedgerLine = {
  readonly [K in EntryKind]: {
    /** By it the receipt is asked for. */
    readonly id: string;
    readonly at: Date;
    readonly kind: K;
    readonly by: Actor['type'];
    /** Of the staff; null for others. */
    readonly role: string | null;
    readonly said: Said<K>;
  };
}[EntryKind];

/** An entry with what opens its leaf. */
export interface SaltedEntry {
  readonly entry: Entry;
  /** 32 bytes. */
  readonly salt: Uint8Array;
}

export const salt_bytes = 32;

/** The entry as it is committed to. */
export function makeEntry(
  made: Pick<NewEntry, 'personId' | 'kind' | 'said'> & { readonly by: Actor['type']; readonly role: string | null },
  at: Date,
  salt: Uint8Array,
): Entry {
  const { personId, kind, by, role, said } = made;
  const person = createHash('sha256').update(salt).update(personId).digest('hex');
  return { kind, at: at.toISOString(), by, role, person, said };
}

/** The hash of an entry's leaf: of a commitment, so that without the salt nobody can try out what it may be about. */
export function leafOf({ entry, salt }: SaltedEntry): Buffer {
  return hashLeaf(createHash('sha256').update(salt).update(canonicalJson(entry)).digest());
}

/** A value as exactly one text: keys sorted, no spaces (RFC 8785, for texts, whole numbers, lists and objects). */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const keys = Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined);
  const parts = keys
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson((value as Record<string, unknown>)[key])}`);
  return `{${parts.join(',')}}`;
}
