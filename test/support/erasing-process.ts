import { erasePerson, listErasures } from '../../src/domains/disclosure/index.ts';
import { appendErasures, purgeErased } from '../../src/domains/ops/index.ts';
import { clusterOwner, openDatabase, serveLogin } from '../../src/kernel/database/index.ts';
import { tablesAboutPeople } from '../../src/kernel/holdings/index.ts';
import { createSwitchboard } from '../../src/kernel/switchboard.ts';
import { map } from '../../src/map.ts';
import { testSite } from './test-site.ts';

/** A process that erases somebody wholly, to be killed by a test: socket folder, address, list of erasures. */
const [host = '', email = '', list = ''] = process.argv.slice(2);

const owner = { host, user: clusterOwner, database: 'postgres' };
const database = openDatabase({
  address: { ...owner, user: serveLogin(testSite) },
  site: testSite,
  clock: () => new Date(),
  switchboard: createSwitchboard(),
  onEffectFailed: (error) => {
    throw error;
  },
});
process.stdout.write('begins\n');
await database.write('rights', (w) => erasePerson(w, map, { email }));
process.stdout.write('erased\n');
await listErasures(database, (notes) => appendErasures(list, notes));
await purgeErased({ database, owner, isOurs: true, tables: tablesAboutPeople(map), patience_ms: 20_000 });
await database.close();
