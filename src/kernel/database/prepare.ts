import pg from 'pg';
import { OperatorError } from '../errors.ts';
import { compareWithCatalogue, type Holdings } from '../holdings/index.ts';
import type { Address } from './database.ts';
import { type Migration, migrate } from './migrate.ts';
import { grantByMap } from './roles.ts';

/**
 * Brings a database up to this program, as its owner: migrates, holds the map against the catalogue, grants by the map.
 *
 * @throws OperatorError when the database can't be reached, or stores what the map does not declare
 */
export async function prepareDatabase(options: {
  readonly owner: Address;
  readonly site: string;
  readonly migrations: readonly Migration[];
  readonly map: Holdings;
  /** The serving login's password, where the server asks for one. */
  readonly password: string | null;
}): Promise<void> {
  const client = new pg.Client({ ...options.owner, connectionTimeoutMillis: 10_000, application_name: 'mooc owner' });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new OperatorError(
      `The database can't be reached: ${reasonOf(error)}. Check DATABASE_URL and that the server runs.`,
    );
  }
  try {
    await migrate(client, options.migrations);
    const differences = await compareWithCatalogue(client, options.map);
    if (differences.length > 0) {
      throw new OperatorError(
        `The database and the data map differ, so mooc does not start: ${differences.join('; ')}.`,
      );
    }
    await grantByMap(client, options.site, options.map, options.password);
  } finally {
    await client.end();
  }
}

/** Why a connection failed, without the address it was made with (it holds a password). */
function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return message || code || 'no reason given';
}
