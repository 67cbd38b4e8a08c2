import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { urls } from '../../src/web/urls.ts';
import { findBarriers } from '../support/axe.ts';
import { type LearnerSite, openLearnerSite } from '../support/learner-site.ts';

let site: LearnerSite;
beforeAll(async () => {
  site = await openLearnerSite();
});
afterAll(() => site?.close());

/** Chidi begins a course. @returns the address of its unit */
async function beginCourse(page: Page): Promise<string> {
  await page.goto(urls.openOrganisation());
  await page.selectOption('[name=kind]', 'teacher');
  await page.fill('[name=name]', 'Chidi’s rivers');
  await page.fill('[name=key]', 'ChidiRivers');
  await page.click('[data-control="studio.open"]');
  await page.goto(urls.newCourse('ChidiRivers'));
  await page.fill('[name=title]', 'Rivers');
  await page.click('main [type=submit]');
  await page.locator('.studio-unit-row a').first().click();
  await page.waitForURL('**/unit/**');
  return page.url();
}

it('asks with a poll made in a form, completes XML, and takes a learner’s vote', async () => {
  const window = await site.window({}, await site.person('Chidi'));
  const { page } = window;
  const unit = await beginCourse(page);
  await page.click('.studio-all-kinds > summary');
  await page.locator('.studio-add-card', { hasText: 'Poll' }).click();
  await page.waitForURL('**/block/**');
  await page.fill('[name=question]', 'Which river do *you* know?');
  await page.locator('[data-row-up]').nth(1).click();
  await page.click('[data-rows-add]');
  await page.locator('[name=answers-label]').last().fill('The Volga');
  // What learners will see comes by itself while the author writes.
  await page.locator('#studio-preview label', { hasText: 'The Volga' }).waitFor();
  expect(await page.locator('#studio-preview label').first().textContent()).toBe('Blue');
  expect(await findBarriers(page)).toEqual([]);
  await page.click('[data-control="author.save"]');
  await page.waitForURL('**/unit/**');

  await page.locator('.studio-add-kind', { hasText: 'Problem' }).click();
  await page.waitForURL('**/block/**');
  await page.goto(`${page.url()}?as=xml`);
  const source = page.locator('.source-editor .cm-content');
  await source.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('<problem><multiplechoiceresponse><cho');
  await page.locator('.source-editor .cm-tooltip-autocomplete', { hasText: 'choicegroup' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await source.textContent()).toContain('<choicegroup');

  await page.goto(unit);
  await page.click('[data-control="author.publish"]');
  const live = await page.locator('header [data-control="author.view-live"]').getAttribute('href');
  await page.goto(live!);
  await page.locator('.vote-choice label', { hasText: 'The Volga' }).click();
  await page.click('[data-control="vote.send"]');
  await page.locator('.vote-bar-mine', { hasText: 'The Volga' }).waitFor();
  expect(await page.locator('.vote-results').textContent()).toContain('1 · 100 %');
  expect(await findBarriers(page)).toEqual([]);
  expect(window.complaints).toEqual([]);
});
