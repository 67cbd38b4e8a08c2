import type { Database } from '../../kernel/database/index.ts';
import { getLogKey } from './append-leaves.ts';
import { leafOf, makeEntry } from './entry.ts';
import { selectAllEntries, selectUnmatched } from './ledger-store.ts';
import { auditLog, type LogFault } from './log-audit.ts';
import { selectAllHeads, selectLeaves, selectNodes } from './log-store.ts';

const batch = 5_000;
const most_faults = 20;
const beforeAllIds = '00000000-0000-0000-0000-000000000000';

/** What a check of everything found. */
export interface LogReport {
  readonly leaves: number;
  readonly heads: number;
  readonly entries: number;
  /** At most twenty of each kind; none when all is as it was signed and noted. */
  readonly faults: readonly LogFault[];
}

/**
 * Checks the whole log against every head that was ever signed, and every line of every ledger against its leaf. The
 * site may run meanwhile; memory grows with the heads only.
 */
export async function verifyLog(database: Database): Promise<LogReport> {
  const log = await verifyLeaves(database);
  const entries = await verifyEntries(database);
  const unmatched = await selectUnmatched(database.read('rights'), most_faults);
  return {
    leaves: log.leaves,
    heads: log.heads,
    entries: entries.count,
    faults: [
      ...log.faults,
      ...entries.faults,
      ...unmatched.lines.map((where): LogFault => ({ because: 'entry-without-leaf', where })),
      ...unmatched.leaves.map((where): LogFault => ({ because: 'leaf-without-entry', where })),
    ],
  };
}

async function verifyLeaves(database: Database): Promise<Omit<LogReport, 'entries'>> {
  const r = database.read('provide');
  const heads = await selectAllHeads(r);
  const size = heads.at(-1)?.size ?? 0;
  const audit = auditLog(heads, await getLogKey(database));
  const faults: LogFault[] = [];
  let count = 0;
  for (let from = 0; from < size; ) {
    const leaves = await selectLeaves(r, from, Math.min(batch, size - from));
    if (leaves.length === 0) break;
    const whole = leaves.filter(({ position }) => position < size).flatMap((l) => audit.add(l.position, l.hash));
    const stored = await selectNodes(r, whole);
    for (const [index, { level, place, hash }] of whole.entries()) {
      const isKept = stored[index]?.equals(hash) === true;
      if (!isKept && faults.length < most_faults) faults.push({ because: 'node-differs', where: `${level}/${place}` });
    }
    count += leaves.length;
    from = leaves.at(-1)!.position + 1;
  }
  return { leaves: count, heads: heads.length, faults: [...audit.finish(), ...faults] };
}

async function verifyEntries(database: Database): Promise<{ count: number; faults: readonly LogFault[] }> {
  const r = database.read('rights');
  const faults: LogFault[] = [];
  let count = 0;
  for (let after = beforeAllIds; ; ) {
    const rows = await selectAllEntries(r, after, batch);
    for (const row of rows) {
      const isSame = leafOf({ salt: row.salt, entry: makeEntry(row, row.at, row.salt) }).equals(row.leafHash);
      if (!isSame && faults.length < most_faults) faults.push({ because: 'entry-changed', where: row.id });
    }
    count += rows.length;
    if (rows.length < batch) return { count, faults };
    after = rows.at(-1)!.id;
  }
}
