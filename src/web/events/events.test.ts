import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSiteApp, type SiteApp } from '../../../test/support/test-site-app.ts';
import { aPerson, testPassword } from '../../domains/identity/testing.ts';
import { urls } from '../urls.ts';

let app: SiteApp;
beforeAll(async () => {
  app = await aSiteApp();
});
afterAll(() => app.close());

it('takes so many events of a person in a minute, and nothing of who did not say yes', async () => {
  const fifty = JSON.stringify(
    Array.from({ length: 50 }, () => ({ type: 'control.used', data: { control: 'error.home' } })),
  );
  await aPerson(app.database, { email: 'ben@lake.example' });
  const ben = app.browser();
  await ben.post(urls.signIn(), { email: 'ben@lake.example', password: testPassword });
  await ben.post(urls.acknowledge());
  expect((await ben.send(urls.events(), 'what is thrown away is not read')).status).toBe(204);
  await ben.post(urls.choices(), { use: 'improve', answer: 'yes' });
  for (let i = 0; i < 12; i++) expect((await ben.send(urls.events(), fifty)).status).toBe(204);
  expect((await ben.send(urls.events(), fifty)).status).toBe(429);
});
