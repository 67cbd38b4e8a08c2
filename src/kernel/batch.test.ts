import { expect, it } from 'vitest';
import { askTogether } from './batch.ts';

const limits = { most_together: 3, most_underway: 1 };

it('asks once for keys that come together, and gives each its own value', async () => {
  const runs: (readonly number[])[] = [];
  const double = askTogether(async (keys: readonly number[]) => {
    runs.push(keys);
    return keys.map((key) => key * 2);
  }, limits);
  expect(await Promise.all([1, 2, 3, 4].map(double))).toEqual([2, 4, 6, 8]);
  expect(runs).toEqual([[1, 2, 3], [4]]);
});

it('lets keys gather while a run is under way, and loses none', async () => {
  const ends: (() => void)[] = [];
  const runs: (readonly string[])[] = [];
  const echo = askTogether((keys: readonly string[]) => {
    runs.push(keys);
    return new Promise<readonly string[]>((resolve) => ends.push(() => resolve(keys)));
  }, limits);
  const first = echo('ada');
  await new Promise(setImmediate);
  const later = [echo('ben'), echo('chidi')];
  await new Promise(setImmediate);
  expect(runs).toEqual([['ada']]);
  ends[0]!();
  expect(await first).toBe('ada');
  await new Promise(setImmediate);
  ends[1]!();
  expect(await Promise.all(later)).toEqual(['ben', 'chidi']);
});

it('fails those alone that asked in the run that failed', async () => {
  let isBroken = true;
  const ask = askTogether(async (keys: readonly string[]) => {
    if (isBroken) throw new Error('no');
    return keys;
  }, limits);
  await expect(Promise.all([ask('ada'), ask('ben')])).rejects.toThrow('no');
  isBroken = false;
  expect(await ask('ada')).toBe('ada');
});
