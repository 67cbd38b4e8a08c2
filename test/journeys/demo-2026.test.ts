import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { urls } from '../../src/web/urls.ts';
import { type LearnerSite, openLearnerSite } from '../support/learner-site.ts';

const archive = path.resolve('../shared/courses/demo-2026.tar.gz');

describe.skipIf(!existsSync(archive))('the Open edX demo course of 2026 (skipped where ../shared is absent)', () => {
  let site: LearnerSite;
  let courseKey: string;
  beforeAll(async () => {
    site = await openLearnerSite();
    courseKey = await site.bring(archive);
  });
  afterAll(() => site?.close());

  it('can be read from its first unit to its last one, by its own links', async () => {
    const { page, complaints, close } = await site.window({}, await site.person('Ada', courseKey));
    await page.goto(urls.outline(courseKey));
    await page.click('[data-control="outline.start"]');
    const seen: string[] = [];
    for (;;) {
      await page.waitForLoadState('load');
      seen.push(page.url());
      expect(await page.locator('h1').count()).toBe(1);
      const next = page.locator('[data-control="unit.next"]');
      if ((await next.count()) === 0) break;
      const href = await next.getAttribute('href');
      await next.click();
      await page.waitForURL((address) => address.pathname === href);
    }
    expect(new Set(seen).size).toBe(58);
    expect(complaints).toEqual([]);
    await page.click('[data-control="unit.end"]');
    await page.locator('[data-control="outline.resume"]').waitFor();
    await close();
  });
});
