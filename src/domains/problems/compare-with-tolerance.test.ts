import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Value } from './calc/index.ts';
import { isCloseEnough, readTolerance } from './compare-with-tolerance.ts';
import { isWithin } from './decimal.ts';

const close = (given: Value, expected: Value, tolerance: string) =>
  isCloseEnough(given, expected, readTolerance(tolerance)!);

describe('comparing with a tolerance', () => {
  it.each<[Value, Value, string, boolean]>([
    [10.1, 10, '0.1', true],
    [0.1 + 0.2, 0.3, '0', false],
    [55, 50, '10%', true],
    [100.001, 100, '0.001%', true],
    [100.00100001, 100, '0.001%', true],
    [100.00100001, 100, '0.00100%', false],
    [1, 0, '50%', false],
    [5, 5, '-1', false],
    [{ re: 3, im: 0.1 }, { re: 3, im: 0 }, '0.1', true],
    [{ re: 3, im: 0 }, 3, '0', true],
    [Infinity, Infinity, '1', true],
    [Infinity, 5, '10000%', false],
    [Number.NaN, Number.NaN, '1', false],
    [10n ** 20n, 1e20, '0', true],
    [10n ** 20n + 1n, 10n ** 20n, '0', true],
    [1e-300, 0, '1e-300', true],
    [7, 5, 'inf', true],
    [7, 0, 'inf%', false],
    [5, 5, '-inf', false],
  ])('%s against %s within %s: %s', (given, expected, tolerance, result) => {
    expect(close(given, expected, tolerance)).toBe(result);
  });

  it('reads plain numbers and percentages only', () => {
    expect(readTolerance('.5')).toEqual({ type: 'absolute', size: 0.5 });
    expect(readTolerance('1/2')).toBeNull();
    expect(readTolerance('')).toBeNull();
  });

  it('decides in decimals as in doubles where they are far from the bound', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(number, number, fc.double({ noNaN: true, min: 0, max: 1e12 }), (a, b, bound) => {
        const difference = Math.abs(a - b);
        fc.pre(Math.abs(difference - bound) > 1e-6 * (Math.abs(a) + Math.abs(b) + bound));
        expect(isWithin(a, b, bound)).toBe(difference <= bound);
      }),
    );
  });
});
