import { expect, it } from 'vitest';
import { createLine } from './line.ts';

it('does one after the other, goes on after a failure, and turns away who is too many', async () => {
  const line = createLine(2);
  const done: string[] = [];
  const first = Promise.withResolvers<void>();
  const one = line(async () => {
    await first.promise;
    done.push('one');
    throw new Error('no');
  });
  const two = line(async () => done.push('two'));
  expect(line(async () => done.push('three'))).toBeNull();
  expect(done).toEqual([]);
  first.resolve();
  await expect(one).rejects.toThrow('no');
  await two;
  expect(done).toEqual(['one', 'two']);
  await line(async () => done.push('four'));
  expect(done).toEqual(['one', 'two', 'four']);
});
