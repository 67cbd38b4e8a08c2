import type { Readable } from 'node:stream';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { type Address, asOwner } from '../../kernel/database/index.ts';
import type { BackupManifest } from './backup-manifest.ts';

/** The database at one moment: whatever is written meanwhile, all that it gives belongs together. */
export interface Snapshot {
  readonly migrations: readonly string[];
  readonly partitions: BackupManifest['partitions'];
  readonly sequences: BackupManifest['sequences'];
  /** The columns to copy, without those that the database computes. */
  columnsOf(table: string): Promise<string[]>;
  /** The rows in PostgreSQL's COPY text; read to its end before the next is begun. */
  rowsOf(table: string, columns: readonly string[]): Readable & { readonly rowCount: number };
}

/** Opens a snapshot as the owner, for as long as `work` takes. */
export async function withSnapshot<T>(owner: Address, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return asOwner(owner, 'backup', async (client) => {
    await client.query('begin isolation level repeatable read read only');
    return work({
      migrations: await listMigrations(client),
      partitions: await listPartitions(client),
      sequences: await listSequences(client),
      columnsOf: (table) => listColumns(client, table),
      rowsOf: (table, columns) =>
        client.query(copyTo(`copy (select ${columns.map(ident).join(', ')} from ${ident(table)}) to stdout`)),
    });
  });
}

export function ident(name: string): string {
  return pg.escapeIdentifier(name);
}

async function listMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by taken_at, name');
  return rows.map((row) => row.name);
}

async function listColumns(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [ident(table)],
  );
  return rows.map((row) => row.name);
}

async function listPartitions(client: pg.Client): Promise<BackupManifest['partitions']> {
  const { rows } = await client.query<BackupManifest['partitions'][number]>(
    `select part.relname as name, parent.relname as parent, pg_get_expr(part.relpartbound, part.oid) as bounds
     from pg_class part join pg_inherits on inhrelid = part.oid join pg_class parent on parent.oid = inhparent
     where part.relispartition and part.relkind in ('r', 'p') and part.relnamespace = 'public'::regnamespace order by part.oid`,
  );
  return rows;
}

async function listSequences(client: pg.Client): Promise<BackupManifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname`,
  );
  const sequences: BackupManifest['sequences'] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; is_called: boolean }>(
      `select last_value as value, is_called from ${ident(name)}`,
    );
    sequences.push({ name, ...state.rows[0]! });
  }
  return sequences;
}
