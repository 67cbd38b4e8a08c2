import { type MersenneTwister, mersenneTwister } from './mersenne-twister.ts';
import { type PythonRandom, pythonRandom, type Rules } from './python-random.ts';
import { type Seed, seedKey } from './python-seed.ts';

const widthOfRandom = 2n ** 53n;

function log2(n: bigint): number {
  const bits = n.toString(2).length;
  const shift = Math.max(0, bits - 1000);
  return Math.log(Number(n >> BigInt(shift))) / Math.log(2) + shift;
}

/** Whole bits until they fit, with Python 2.7's own estimate of how many: one more than needed just below a power of 2. */
function wideBelow(twister: MersenneTwister, count: bigint): bigint {
  const bits = Math.trunc(1.00001 + log2(count - 1n));
  let value = twister.bits(bits);
  while (value >= count) value = twister.bits(bits);
  return value;
}

const rules: Rules = {
  below: (twister, count) =>
    count < widthOfRandom ? BigInt(Math.trunc(twister.random() * Number(count))) : wideBelow(twister, count),
  gammaDraw(random) {
    let u = random();
    while (u <= 1e-7) u = random();
    return u;
  },
};

/**
 * The generator of Open edX's problems: Python 2.7's `random` (as the package random2 keeps it), for scripts as for the
 * order of choices. The same seed gives the same draws for ever.
 */
export function random2(seed: Seed): PythonRandom {
  return pythonRandom(mersenneTwister(seedKey(seed)), rules);
}
