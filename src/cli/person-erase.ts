import { type ErasedTable, erasePerson, restPerson } from '../domains/disclosure/index.ts';
import { makeReceipts } from '../domains/ledger/index.ts';
import { type Purged, purgeErased, type Remainder } from '../domains/ops/index.ts';
import { OperatorError } from '../kernel/errors.ts';
import { map } from '../map.ts';
import { type Command, UsageError } from './command.ts';

/** Erases a person, says what went and what stays, with its ground, and waits until the bytes are overwritten. */
export const personErase: Command = {
  name: 'person erase',
  usage: 'EMAIL [--json]',
  summary: 'erase a person with all that is held on them; this can not be undone',
  flags: {},
  async run({ args: [email, ...rest], house, out }) {
    if (!email || rest.length > 0) throw new UsageError('name the person by their e-mail address');
    const { database, purge } = await house();
    const by = { type: 'staff', role: 'operator', staffId: null } as const;
    await database.write('rights', (w) => restPerson(w, map, email));
    const erasure = await database.write('rights', (w) => erasePerson(w, map, { email }, by));
    if (erasure.type === 'refused')
      throw new OperatorError('Nobody with this address is known here, with an account or without.');
    const { tables, noted } = erasure;
    const receipts = await makeReceipts(database, noted);
    const unfindable_at = database.read('rights').now().toISOString();
    out.progress('No query finds it any more; the bytes are being overwritten.');
    const purged = await purgeErased(purge);
    out.report({ erased: true, unfindable_at, purged, tables, receipts }, () =>
      [
        ...tables.map(describeTable),
        `No query finds it since ${unfindable_at}.`,
        describePurge(purged),
        'For the person, the only copy of the receipt that it was done:',
        ...receipts.map((receipt) => JSON.stringify(receipt)),
      ].join('\n'),
    );
  },
};

const words = { delete: 'deleted', decorrelate: 'no longer theirs', keep: 'kept' } as const;

function describeTable({ table, action, rows, kept }: ErasedTable): string {
  const grounds = [...new Set(kept.map(({ ground }) => ground))];
  const because = grounds.length > 0 ? ` (${grounds.join('; ')})` : '';
  return `${table.padEnd(24)} ${String(rows).padStart(8)} ${words[action]}${because}`;
}

/** What is left elsewhere, which is not ours to remove. */
const remainders: Readonly<Record<Remainder, string>> = {
  statistics: "the statistics' table (pg_statistic): VACUUM FULL it as its superuser",
  log: 'the write-ahead log, its archive, replicas and backups of the server',
};

function describePurge(purged: Purged): string {
  if (purged.type === 'waits')
    return `Its bytes are still in the database's files, because of ${purged.for}: the running site tries again every five minutes.`;
  const at = purged.at.toISOString();
  if (purged.left.length === 0) return `Gone from bytes since ${at}.`;
  const left = purged.left.map((each) => remainders[each]).join('; ');
  return `Gone from the tables' bytes since ${at}. Only the database's operator can purge: ${left}.`;
}
