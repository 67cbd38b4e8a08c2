import { type MersenneTwister, mersenneTwister } from './mersenne-twister.ts';
import { type PythonRandom, pythonRandom, type Rules } from './python-random.ts';
import { type Seed, seedKey } from './python-seed.ts';

/** Python 3's `random.Random`: as Python 2.7's, and `choices`. */
export interface Python3Random extends PythonRandom {
  /** `count` items, repeats allowed; `weights` (not summed up) say how often each should come. */
  choices<T>(list: readonly T[], count: number, weights?: readonly number[]): T[];
}

function below(twister: MersenneTwister, count: bigint): bigint {
  const bits = count.toString(2).length;
  let value = twister.bits(bits);
  while (value >= count) value = twister.bits(bits);
  return value;
}

const rules: Rules = { below, gammaDraw: (random) => 1 - random() };

function weighted<T>(list: readonly T[], weights: readonly number[], random: () => number): T {
  const sums: number[] = [];
  for (const weight of weights) sums.push((sums.at(-1) ?? 0) + weight);
  const point = random() * sums.at(-1)!;
  const at = sums.findIndex((sum) => sum > point);
  return list[at === -1 ? list.length - 1 : at]!;
}

/** CPython 3's generator (integer and sequence draws of 3.2 and later), for courses and tools that used it directly. */
export function random3(seed: Seed): Python3Random {
  const twister = mersenneTwister(seedKey(seed));
  return {
    ...pythonRandom(twister, rules),
    choices(list, count, weights) {
      if (weights && weights.length !== list.length) throw new RangeError('choices: one weight for each item');
      const draw = () =>
        weights ? weighted(list, weights, twister.random) : list[Math.trunc(twister.random() * list.length)]!;
      return Array.from({ length: count }, draw);
    },
  };
}
