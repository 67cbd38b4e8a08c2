import { OperatorError } from '../errors.ts';
import { compareWithCatalogue, type Holdings } from '../holdings/index.ts';
import { asOwner } from './as-owner.ts';
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
  await asOwner(options.owner, 'owner', async (client) => {
    await migrate(client, options.migrations);
    const differences = await compareWithCatalogue(client, options.map);
    if (differences.length > 0) {
      throw new OperatorError(
        `The database and the data map differ, so mooc does not start: ${differences.join('; ')}. ` +
          'Start the mooc that last ran on it, or undo what was changed by hand.',
      );
    }
    await grantByMap(client, options.site, options.map, options.password);
  });
}
