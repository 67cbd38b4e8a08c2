import { expect, it } from 'vitest';
import { checks } from './checks/index.ts';
import { describeSizes } from './checks/sizes.ts';
import { readTree } from './checks/tree.ts';

const tree = readTree(process.cwd());

for (const check of checks) {
  it(`keeps ${check.rules.join(', ')}`, async () => {
    const found = await check.run(tree);
    expect(found.map(({ rule, file, what }) => `${rule}: ${file}: ${what}`)).toEqual([]);
  });
}

it('sees the sources', () => {
  console.log(describeSizes(tree));
  expect(tree.sources.length).toBeGreaterThan(50);
});
