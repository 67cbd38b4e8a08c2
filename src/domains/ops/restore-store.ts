import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Address, asOwner, type Migration, migrate } from '../../kernel/database/index.ts';
import { OperatorError } from '../../kernel/errors.ts';
import type { BackedUpTable, BackupManifest } from './backup-manifest.ts';
import { ident } from './backup-store.ts';
import type { Erasure } from './erasure-list.ts';

/** What is put back into an empty database. */
export interface Content {
  readonly manifest: BackupManifest;
  /** The steps that the backup had taken. */
  readonly migrations: readonly Migration[];
  /** The rows of a table. It throws at its end when they are not those that were backed up. */
  rowsOf(table: BackedUpTable): Readable;
  /** To be repeated before the site opens. */
  readonly erasures: readonly Erasure[];
}

/**
 * Fills an empty database, in one transaction, erasures to be repeated included: it is restored wholly or not at all.
 *
 * @throws OperatorError when there are tables in it already
 */
export async function fillDatabase(owner: Address, content: Content): Promise<void> {
  await asOwner(owner, 'restore', async (client) => {
    await refuseTables(client);
    await migrate(client, content.migrations);
    await client.query('begin');
    await fill(client, content);
    await client.query('commit');
    await client.query('analyze');
  });
}

async function refuseTables(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    "select from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace limit 1",
  );
  if (rowCount)
    throw new OperatorError('The database is not empty: restore into a new data folder, or a new database.');
}

async function fill(client: pg.Client, { manifest, rowsOf, erasures }: Content): Promise<void> {
  const tables = manifest.tables.map((table) => ident(table.name));
  const references = await dropReferences(client);
  // Migrations may have put rows in, and noted when they were taken.
  await client.query(`truncate ${tables.join(', ')}`);
  for (const { name, parent, bounds } of manifest.partitions) {
    await client.query(`create table if not exists ${ident(name)} partition of ${ident(parent)} ${bounds}`);
  }
  for (const table of manifest.tables) {
    const columns = table.columns.map(ident).join(', ');
    await pipeline(rowsOf(table), client.query(copyFrom(`copy ${ident(table.name)} (${columns}) from stdin`)));
  }
  for (const { add } of references) await client.query(add);
  for (const { name, value, is_called } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [ident(name), value, is_called]);
  await client.query(
    'insert into pending_erasure (person_id, erased_at) select * from unnest($1::uuid[], $2::timestamptz[]) on conflict do nothing',
    [erasures.map(({ personId }) => personId), erasures.map(({ erasedAt }) => erasedAt)],
  );
}

/** Foreign keys are put aside while the rows come in, table by table, and checked when they are put back. */
async function dropReferences(client: pg.Client): Promise<{ readonly add: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; rule: string }>(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as rule
     from pg_constraint where contype = 'f' and conparentid = 0 and connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${ident(name)}`);
  return rows.map(({ table, name, rule }) => ({ add: `alter table ${table} add constraint ${ident(name)} ${rule}` }));
}
