import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const everything = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What can differ between looks of one page: a page that was looked at whole in one is asked for these in others. */
export const barriersOf = {
  dark: ['color-contrast'],
  narrow: ['color-contrast', 'target-size', 'scrollable-region-focusable'],
  /** Longer words only, which go over the edge or not. */
  words: [],
} as const satisfies Record<string, readonly string[]>;

/** What axe finds on the page, a line each with the rule and the element; by all rules, or by these alone. */
export async function findBarriers(page: Page, rules: readonly string[] | 'all' = 'all'): Promise<string[]> {
  if (rules.length === 0) return [];
  const runOnly = rules === 'all' ? { type: 'tag', values: everything } : { type: 'rule', values: rules };
  // By the debugger and not by a script element: the page's own policy lets none in.
  await page.evaluate(source);
  return page.evaluate(async (only) => {
    const { axe } = window as unknown as { axe: { run(where: Document, options: object): Promise<AxeResults> } };
    const { violations } = await axe.run(document, { runOnly: only });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  }, runOnly);
}

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
