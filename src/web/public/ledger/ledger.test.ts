import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSiteApp, type SiteApp, type TestBrowser } from '../../../../test/support/test-site-app.ts';
import { verifyReceipt } from '../../../behaviours/shared/verify-receipt.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import { appendLeaves, listEntries, noteEntries, type Receipt } from '../../../domains/ledger/index.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
let ada: string;
let browser: TestBrowser;
let text: string;
beforeAll(async () => {
  app = await aSiteApp();
  ada = await aPerson(app.database, { email: 'ada@lake.example' });
  browser = app.browser();
  await browser.post(urls.signIn(), { email: 'ada@lake.example', password: testPassword });
  const said = { fields: ['person.name'] };
  const correction = { personId: ada, by: { type: 'self' }, kind: 'correction', said } as const;
  await app.database.write('provide', (w) => noteEntries(w, [correction, correction, correction]));
  const { lines } = await listEntries(app.database.read('rights'), ada, { before: null });
  const line = lines.find(({ kind }) => kind === 'correction')!;
  const response = await browser.get(urls.receipt(line.id));
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="receipt.json"');
  text = await response.text();
});
afterAll(async () => {
  expect(app.faults()).toBe('');
  await app.close();
});

/** As the page's script asks. */
async function ask(address: string) {
  const response = await app.browser().get(address);
  return response.status === 404 ? null : response.json();
}

/** The finding that the page shows. */
async function checkOnServer(receipt: string): Promise<string | undefined> {
  const page = await (await app.browser().post(urls.ledgerLog(), { receipt })).text();
  expect(page).toContain('The server of this site did the check.');
  return /<div data-finding="([a-z-]+)">/.exec(page)?.[1];
}

it('gives receipts to their person alone', async () => {
  const { lines } = await listEntries(app.database.read('rights'), ada, { before: null });
  const address = urls.receipt(lines[0]!.id);
  expect((await app.browser().get(address)).status).toBe(303);
  await aPerson(app.database, { email: 'ben@lake.example' });
  const ben = app.browser();
  await ben.post(urls.signIn(), { email: 'ben@lake.example', password: testPassword });
  expect((await ben.get(address)).status).toBe(404);
  expect((await ben.get(urls.receipt('nonsense'))).status).toBe(404);
});

it('checks a receipt without a script, and says that it was the server', async () => {
  expect(await checkOnServer(text)).toBe('sound');
  expect(await checkOnServer(text.replace('person.name', 'person.mail'))).toBe('changed');
  expect(await checkOnServer(text.replace(/"signature": "..../, '"signature": "0000'))).toBe('unsigned');
  expect(await checkOnServer('{"format": "mooc ledger receipt 1"}')).toBe('no-receipt');
  const empty = await app.browser().post(urls.ledgerLog(), { receipt: ' ' });
  expect(empty.status).toBe(422);
});

it('gives a browser all that it needs to check by itself, also when the log has grown', async () => {
  const log = {
    key: async () => (await ask(urls.ledgerKey())).key as string,
    continuing: (size: number) => ask(`${urls.ledgerConsistency()}?first=${size}`),
  };
  expect(await verifyReceipt(text, log)).toBe('sound');
  const more = { personId: ada, by: { type: 'self' }, kind: 'export', said: { format: 'json' } } as const;
  await app.database.write('provide', (w) => noteEntries(w, [more, more]));
  await appendLeaves(app.database);
  expect(await verifyReceipt(text, log)).toBe('sound');
  expect(await verifyReceipt(text.replace('person.name', 'person.mail'), log)).toBe('changed');

  const { heads } = await ask(urls.ledgerHeads());
  const { log: proven } = JSON.parse(text) as Receipt;
  expect(heads.map(({ size }: { size: number }) => size)).toEqual([proven.head.size + 2, proven.head.size]);
  expect(await ask(`${urls.ledgerHeads()}?before=${heads[0].size}`)).toEqual({ heads: [heads[1]] });
  for (const wrong of ['', '?first=0', '?first=99', '?first=x'])
    expect(await ask(urls.ledgerConsistency() + wrong)).toBeNull();
  for (const wrong of ['', '?leaf=00', `?leaf=${'0'.repeat(64)}`])
    expect(await ask(urls.ledgerInclusion() + wrong)).toBeNull();
});
