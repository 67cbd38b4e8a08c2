import type { Page } from 'playwright-core';

const most_steps = 120;

/** Goes by the Tab key to what the selector means, as somebody does who has no pointer. @throws when it is never reached */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < most_steps; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`the Tab key never reaches ${selector}`);
}
