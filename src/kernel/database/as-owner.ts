import pg from 'pg';
import { OperatorError } from '../errors.ts';
import type { Address } from './database.ts';

/**
 * Works as the database's owner, over a connection of its own: for what no purpose may do, such as migrating and backups.
 *
 * @param doing what the server's list of connections shows, a word
 * @throws OperatorError when the database can't be reached
 */
export async function asOwner<T>(owner: Address, doing: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...owner, connectionTimeoutMillis: 10_000, application_name: `mooc ${doing}` });
  // What breaks while nobody asks is told to whoever asks next; without a listener it would end us.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new OperatorError(
      `The database can't be reached: ${reasonOf(error)}. Check DATABASE_URL and that the server runs.`,
    );
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Why a connection failed, without the address it was made with (it holds a password). */
function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return message || code || 'no reason given';
}
