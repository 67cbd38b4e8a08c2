import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSiteApp, type SiteApp } from '../../../../test/support/test-site-app.ts';
import { describeCollected } from '../../../domains/disclosure/index.ts';
import { tablesAboutPeople } from '../../../kernel/holdings/index.ts';
import { map } from '../../../map.ts';
import { urls } from '../../urls.ts';

let app: SiteApp;
beforeAll(async () => {
  app = await aSiteApp();
});
afterAll(() => app.close());

it('says of every table about people what it holds, and is linked from every page', async () => {
  const page = await (await app.browser().get(urls.collected())).text();
  for (const table of tablesAboutPeople(map)) expect(page).toContain(map[table]!.holds.slice(0, 20));
  expect(page).toContain('730 days');
  expect(page).toContain('the graders that the operator connected');
  expect(page).toContain(`href="${urls.document('privacy')}#P5"`);
  expect(await (await app.browser().get('/')).text()).toContain(`href="${urls.collected()}"`);
});

it('changes with the map', () => {
  const event = map.event!;
  const other = { ...map, event: { ...event, facts: { ...event.facts, keep: { days: 12, from: 'at' } } } };
  const entry = describeCollected(other)
    .flatMap(({ entries }) => entries)
    .find(({ table }) => table === 'event');
  expect(entry?.keeps).toEqual([{ days: 12, from: 'at' }]);
});
