import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSiteApp, type SiteApp } from '../../../../test/support/test-site-app.ts';
import { recordsOfProcessing } from '../../../domains/disclosure/index.ts';
import { aPerson, testPassword } from '../../../domains/identity/testing.ts';
import { map } from '../../../map.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
beforeAll(async () => {
  app = await aSiteApp();
  await aPerson(app.database, { email: 'dana@lake.example', name: 'Dana', isOperator: true });
  await aPerson(app.database, { email: 'ada@lake.example', name: 'Ada' });
});
afterAll(() => app.close());

async function signedIn(email: string) {
  const window = app.browser();
  await window.post(urls.signIn(), { email, password: testPassword });
  return window;
}

it('are for operators alone', async () => {
  for (const address of [urls.records(), urls.recordsAsData()]) {
    expect((await app.browser().get(address)).status).toBe(303);
    expect((await (await signedIn('ada@lake.example')).get(address)).status).toBe(403);
    expect((await (await signedIn('dana@lake.example')).get(address)).status).toBe(200);
  }
});

it('name every value about people, with its basis and term, for each purpose that may read it', async () => {
  const answer = await (await signedIn('dana@lake.example')).get(urls.recordsAsData());
  const records = (await answer.json()) as {
    '@included': { '@id': string }[];
    'dpv:hasProcess': { '@id': string; 'dpv:hasPersonalData': { '@id': string }[] }[];
  };
  const find = (id: string) => records['@included'].find((each) => each['@id'].endsWith(`#${id}`));
  expect(find('event.type')).toMatchObject({
    '@type': 'dpv:ObservedPersonalData',
    'dpv:hasStorageCondition': [{ 'dpv:hasDuration': { '@value': 'P730D' } }, { '@type': 'dpv:StorageLocation' }],
  });
  expect(find('credential.password_hash')).toBeDefined();
  const named = (purpose: string) =>
    records['dpv:hasProcess']
      .find((each) => each['@id'].endsWith(`purpose-${purpose}`))!
      ['dpv:hasPersonalData'].map((each) => each['@id'].split('#')[1]);
  expect(named('provide')).toContain('person.name');
  expect(named('improve')).not.toContain('person.name');
  expect(named('rights')).toHaveLength(records['@included'].length);
});

it('change with the map', () => {
  const site = {
    siteUrl: 'https://lake.example',
    name: 'Lake',
    privacyAddress: 'p@lake.example',
    storagePlace: 'here',
  };
  const visit = map.visit!;
  const other = { ...map, visit: { ...visit, facts: { ...visit.facts, keep: { days: 9, from: 'started_at' } } } };
  expect(JSON.stringify(recordsOfProcessing(map, site))).not.toContain('P9D');
  expect(JSON.stringify(recordsOfProcessing(other, site))).toContain('P9D');
});
