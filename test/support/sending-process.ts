import { createMailingSender } from '../../src/domains/outreach/index.ts';
import { plainWords } from '../../src/domains/outreach/testing.ts';
import { openDatabase, serveLogin } from '../../src/kernel/database/index.ts';
import { createMailTransport } from '../../src/kernel/mail/index.ts';
import { createSwitchboard } from '../../src/kernel/switchboard.ts';
import { testSite } from './test-site.ts';

/** A process that sends mailings, to be killed by a test: socket folder, database, mail server, minutes that its clock is ahead. */
const [host = '', name = '', smtpUrl = '', ahead = '0'] = process.argv.slice(2);

const database = openDatabase({
  address: { host, user: serveLogin(testSite), database: name },
  site: testSite,
  clock: () => new Date(Date.now() + Number(ahead) * 60_000),
  switchboard: createSwitchboard(),
  onEffectFailed: (error) => {
    throw error;
  },
});
const transport = createMailTransport({ smtpUrl, from: 'mooc <no-reply@mooc.test>', dkim: null });
const sender = createMailingSender({ database, transport, words: plainWords, perMinute: 60_000, onFailed: () => {} });
await sender.work();
await database.close();
