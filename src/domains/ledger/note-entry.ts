import { randomBytes } from 'node:crypto';
import { checkSchema } from '../../kernel/holdings/index.ts';
import { type Actor, leafOf, makeEntry, type NewEntry, saidSchemas, salt_bytes } from './entry.ts';
import { type EntryRow, insertEntries, type Noting } from './ledger-store.ts';

/**
 * Notes in people's ledgers, in the caller's transaction and with one statement, and hands the hash of each line to the
 * public log. People with an account only.
 *
 * @throws UndeclaredError when an entry says what its kind does not declare
 */
export async function noteEntries(w: Noting, entries: readonly NewEntry[]): Promise<void> {
  if (entries.length > 0)
    await insertEntries(
      w,
      entries.map((entry) => toRow(w, entry)),
    );
}

/** Notes one entry: see `noteEntries`. */
export function noteEntry(w: Noting, entry: NewEntry): Promise<void> {
  return noteEntries(w, [entry]);
}

/** A look at people's data by a member of the staff. */
export interface LookUp {
  /** Whose data were seen: people with an account. */
  readonly personIds: readonly string[];
  /** The member of the staff: people are told the role alone. Null where nobody signed in: the command line. */
  readonly staffId: string | null;
  /** `operator`, say. */
  readonly role: string;
  /** What for, in a word: a purpose, or the kind of request that is worked on. */
  readonly purpose: string;
  /** What was seen, as the data map names it: `person.email`. */
  readonly fields: readonly string[];
  /** How many rows of each person. */
  readonly count: number;
}

/** Notes in the ledger of each of these people that staff saw their data; one statement, however many they are. */
export function noteLookUp(w: Noting, { personIds, staffId, role, purpose, fields, count }: LookUp): Promise<void> {
  const by = { type: 'staff', role, staffId } as const;
  const said = { purpose, fields: [...fields], count };
  return noteEntries(
    w,
    [...new Set(personIds)].map((personId) => ({ personId, by, kind: 'look-up', said })),
  );
}

function toRow(w: Noting, { personId, by, kind, said }: NewEntry): EntryRow {
  checkSchema(`an entry '${kind}' of a ledger`, saidSchemas[kind], said);
  const salt = randomBytes(salt_bytes);
  const role = roleOf(by);
  const at = w.now();
  const entry = makeEntry({ personId, kind, said, by: by.type, role }, at, salt);
  return {
    id: w.newId(),
    personId,
    at,
    kind,
    actedBy: by.type,
    role,
    said: JSON.stringify(said),
    salt,
    leafHash: leafOf({ entry, salt }),
    staffId: by.type === 'staff' ? by.staffId : null,
  };
}

function roleOf(by: Actor): string | null {
  return by.type === 'staff' ? by.role : null;
}
