import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Address, Database } from '../../kernel/database/index.ts';
import { finishErasures, listUnfinished } from '../disclosure/index.ts';
import { type Cellar, inCellar } from './purge-store.ts';

/** What is to be overwritten, and where. */
export interface Purge {
  readonly database: Database;
  /** The database as its owner. */
  readonly owner: Address;
  /** Whether the cluster is the embedded one, whose log and files are ours to remove. */
  readonly isOurs: boolean;
  /** Every table that holds something about somebody. */
  readonly tables: readonly string[];
  /** How long to wait for transactions and locks of others. */
  readonly patience_ms: number;
}

/** What only the operator of an external database can remove, or what this one keeps for somebody else. */
export type Remainder = 'statistics' | 'log';

/** How a purge ended. One that `waits` changed nothing that is not to be done again. */
export type Purged =
  | { readonly type: 'gone'; readonly erasures: number; readonly at: Date; readonly left: readonly Remainder[] }
  | { readonly type: 'waits'; readonly for: 'another purge' | 'a long transaction' | 'a table in use' };

/**
 * Overwrites what erasures left in the database's files: deleted rows lie in pages, indexes, statistics and the
 * write-ahead log until something else is written there. Every table about people is written anew, whichever rows went:
 * older copies of a row lie where it was before. No serving role can read any of it meanwhile. Safe to break off at any
 * moment and to do again.
 */
export function purgeErased(purge: Purge): Promise<Purged> {
  return inCellar(purge.owner, (cellar) => purgeIn(cellar, purge));
}

async function purgeIn(cellar: Cellar, { database, isOurs, tables, patience_ms }: Purge): Promise<Purged> {
  const until = (isDone: () => Promise<boolean>) => waitFor(isDone, patience_ms);
  if (!(await until(() => cellar.lock()))) return { type: 'waits', for: 'another purge' };
  const notes = await listUnfinished(database.read('rights'));
  const [began, moment] = [Date.now(), await cellar.now()];
  if (!(await until(async () => !(await cellar.isSeenFromBefore(moment)))))
    return { type: 'waits', for: 'a long transaction' };
  for (const table of tables) {
    if (!(await until(() => cellar.rewrite(table)))) return { type: 'waits', for: 'a table in use' };
  }
  const left: Remainder[] = (await cellar.rewriteStatistics()) ? [] : ['statistics'];
  if (isOurs) {
    // First, so that files which PostgreSQL itself is about to remove are gone.
    await cellar.checkpoint();
    await removeStrayFiles(cellar, began);
  }
  if (!isOurs || !(await until(() => cellar.removeLog()))) left.push('log');
  await database.write('rights', (w) => finishErasures(w, notes));
  return { type: 'gone', erasures: notes.length, at: new Date(), left };
}

/** Tables up to this size are written anew within minutes; larger ones, which takes them away for seconds, once a day. */
const small_bytes = 256 * 1024 * 1024;
const largeWait_ms = 20 * 3_600_000;

/**
 * Purges when somebody was erased: at once where the tables are small, else when the oldest erasure is almost a day old.
 *
 * @returns how many erasures are wholly done now
 * @throws when it could not be done: the next turn tries again
 */
export async function purgeWhenDue(purge: Purge): Promise<number> {
  const r = purge.database.read('rights');
  const [oldest] = await listUnfinished(r);
  if (!oldest) return 0;
  if (r.now().getTime() - oldest.erasedAt.getTime() < largeWait_ms && (await isLarge(purge))) return 0;
  const purged = await purgeErased(purge);
  if (purged.type === 'waits') throw new Error(`the bytes of erased people wait for ${purged.for}`);
  return purged.erasures;
}

function isLarge({ owner, tables }: Purge): Promise<boolean> {
  return inCellar(owner, async (cellar) => (await cellar.sizeOf(tables)) > small_bytes);
}

async function waitFor(isDone: () => Promise<boolean>, patience_ms: number): Promise<boolean> {
  const end = Date.now() + patience_ms;
  for (;;) {
    if (await isDone()) return true;
    if (Date.now() >= end) return false;
    await pause(50);
  }
}

/**
 * A crash while a table was being written anew leaves its half-written file, which PostgreSQL never removes. Every
 * transaction of before `began` has ended, so a file that old which belongs to no table belongs to nobody.
 */
async function removeStrayFiles(cellar: Cellar, began: number): Promise<void> {
  const { folder, known } = await cellar.files();
  for (const name of await readdir(folder)) {
    const node = /^(\d+)(?:_(?:fsm|vm|init))?(?:\.\d+)?$/.exec(name)?.[1];
    if (!node || known.has(node)) continue;
    const file = path.join(folder, name);
    const info = await stat(file).catch(() => null);
    if (info && info.mtimeMs < began) await rm(file, { force: true });
  }
}
