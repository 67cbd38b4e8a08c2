import { type Distributions, type DrawForLog, distributions } from './distributions.ts';
import type { MersenneTwister } from './mersenne-twister.ts';

type Whole = number | bigint;

/** Python's `random.Random`, already seeded. Wrong arguments throw a RangeError. */
export interface PythonRandom extends Distributions {
  /** A number in [0, 1). */
  random(): number;
  /** A whole number of `bits` bits. */
  getrandbits(bits: number): bigint;
  /** An index in [0, count); what `choice` and `randint(0, count - 1)` draw. */
  below(count: number): number;
  randrange(start: Whole, stop?: Whole, step?: Whole): bigint;
  /** A whole number from `low` to `high`, both included. */
  randint(low: Whole, high: Whole): bigint;
  choice<T>(list: readonly T[]): T;
  /** A shuffled copy (Python shuffles in place). */
  shuffle<T>(list: readonly T[]): T[];
  /** `count` items of different places, in the order drawn. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** How one version of Python draws. */
export interface Rules {
  /** A whole number in [0, count), for count above 0. */
  below(twister: MersenneTwister, count: bigint): bigint;
  gammaDraw: DrawForLog;
}

function rangeCount(start: bigint, stop: bigint, step: bigint): bigint {
  if (step === 0n) throw new RangeError('randrange: the step must not be 0');
  const count = step > 0n ? (stop - start + step - 1n) / step : (stop - start + step + 1n) / step;
  if (count <= 0n) throw new RangeError(`randrange: there is no number from ${start} to below ${stop}`);
  return count;
}

/** Python takes a list up to this length, and a set of indices for a longer one: another number of draws. */
function poolLimit(count: number): number {
  return count > 5 ? 21 + 4 ** Math.ceil(Math.log(count * 3) / Math.log(4)) : 21;
}

function sample<T>(list: readonly T[], count: number, below: (count: number) => number): T[] {
  if (count < 0 || count > list.length) throw new RangeError(`sample: cannot take ${count} of ${list.length}`);
  if (list.length <= poolLimit(count)) {
    const pool = [...list];
    return Array.from({ length: count }, (_, i) => {
      const at = below(list.length - i);
      const item = pool[at]!;
      pool[at] = pool[list.length - i - 1]!;
      return item;
    });
  }
  const taken = new Set<number>();
  while (taken.size < count) taken.add(below(list.length));
  return [...taken].map((at) => list[at]!);
}

export function pythonRandom(twister: MersenneTwister, rules: Rules): PythonRandom {
  const below = (count: number) => {
    if (count <= 0) throw new RangeError('random: there is nothing to choose from');
    return Number(rules.below(twister, BigInt(count)));
  };
  const randrange = (start: Whole, stop?: Whole, step: Whole = 1) => {
    const [first, end] = stop === undefined ? [0n, BigInt(start)] : [BigInt(start), BigInt(stop)];
    return first + BigInt(step) * rules.below(twister, rangeCount(first, end, BigInt(step)));
  };
  return {
    ...distributions(twister.random, rules.gammaDraw),
    random: twister.random,
    getrandbits: twister.bits,
    below,
    randrange,
    randint: (low, high) => randrange(low, BigInt(high) + 1n),
    choice: (list) => list[below(list.length)]!,
    shuffle(list) {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [copy[i], copy[j]] = [copy[j]!, copy[i]!];
      }
      return copy;
    },
    sample: (list, count) => sample(list, count, below),
  };
}
