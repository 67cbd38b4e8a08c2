import type pg from 'pg';
import { type Address, asOwner } from '../../kernel/database/index.ts';
import { ident } from './backup-store.ts';

/** The database's files, seen and rewritten as its owner: below what queries see. */
export interface Cellar {
  /** Bytes on disk of these tables, with indexes and long values. */
  sizeOf(tables: readonly string[]): Promise<number>;
  /** False when another process is at it. Held until the cellar closes. */
  lock(): Promise<boolean>;
  /** A moment in the order of transactions: all that was committed before it lies before it. */
  now(): Promise<string>;
  /** Whether a transaction is open that still sees what was there before the moment. */
  isSeenFromBefore(moment: string): Promise<boolean>;
  /** Writes the living rows into new files, with new indexes and statistics. @returns false when others are at the table */
  rewrite(table: string): Promise<boolean>;
  /** The statistics keep values of columns, and old statistics lie in their table's free space. @returns false when not allowed */
  rewriteStatistics(): Promise<boolean>;
  /** Writes all pages and removes the files that were left. */
  checkpoint(): Promise<void>;
  /** Begins a new segment of the write-ahead log and removes all before it. @returns false when something keeps them */
  removeLog(): Promise<boolean>;
  /** Where this database's tables lie, and the names of the files that belong to one. */
  files(): Promise<{ readonly folder: string; readonly known: ReadonlySet<string> }>;
}

const lock_ms = 2_000;

/** Works as the database's owner beneath its tables. @throws OperatorError when it can't be reached */
export function inCellar<T>(owner: Address, work: (cellar: Cellar) => Promise<T>): Promise<T> {
  return asOwner(owner, 'purge', async (client) => {
    await client.query(`set lock_timeout = ${lock_ms}`);
    return work(cellarOf(client));
  });
}

function cellarOf(client: pg.Client): Cellar {
  const ask = async <R extends object>(sql: string, values: unknown[] = []) => {
    const { rows } = await client.query<R>(sql, values);
    return rows[0]!;
  };
  return {
    sizeOf: async (tables) => {
      const sql =
        'select coalesce(sum(pg_total_relation_size(to_regclass(t))), 0)::float8 as size from unnest($1::text[]) t';
      return (await ask<{ size: number }>(sql, [tables.map(ident)])).size;
    },
    lock: async () => (await ask<{ got: boolean }>("select pg_try_advisory_lock(hashtext('mooc purge')) as got")).got,
    now: async () => (await ask<{ now: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as now')).now,
    isSeenFromBefore: async (moment) => (await ask<{ seen: boolean }>(seenFromBefore, [moment])).seen,
    rewrite: (table) => unlessRefused(client.query(`vacuum (full, analyze) ${ident(table)}`), lockNotAvailable),
    rewriteStatistics: async () => {
      const sql = "select has_table_privilege('pg_catalog.pg_statistic', 'maintain') as may";
      if (!(await ask<{ may: boolean }>(sql)).may) return false;
      return unlessRefused(client.query('vacuum (full) pg_catalog.pg_statistic'), lockNotAvailable);
    },
    checkpoint: async () => void (await client.query('checkpoint')),
    removeLog: async () => {
      await client.query('select pg_switch_wal()');
      await client.query('checkpoint');
      return (await ask<{ gone: boolean }>(isLogGone)).gone;
    },
    files: () => listFiles(client),
  };
}

const lockNotAvailable = '55P03';

async function unlessRefused(work: Promise<unknown>, code: string): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === code) return false;
    throw error;
  }
}

/** Sessions, prepared transactions and replicas that hold rows of before the moment in being. */
const seenFromBefore = `
  select exists (
    select from (
      select backend_xmin as held from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      union all
      select backend_xid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      union all select transaction from pg_prepared_xacts where database = current_database()
      union all select xmin from pg_replication_slots
    ) holders
    where held is not null and age(held) > age(($1::xid8)::xid)
  ) as seen`;

const isLogGone = `
  select not exists (
    select from pg_ls_waldir() l, pg_control_checkpoint() c
    where l.name ~ '^[0-9A-F]{24}$' and l.name < c.redo_wal_file
  ) as gone`;

async function listFiles(client: pg.Client) {
  const { rows } = await client.query<{ folder: string; known: string[] }>(`
    select current_setting('data_directory') || '/base/' || (select oid from pg_database where datname = current_database()) as folder,
           array(select pg_relation_filenode(oid)::text from pg_class where pg_relation_filenode(oid) is not null) as known`);
  return { folder: rows[0]!.folder, known: new Set(rows[0]!.known) };
}
