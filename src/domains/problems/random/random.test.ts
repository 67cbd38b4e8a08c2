import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Python3Random, random2, random3, type Seed } from './index.ts';

const corpus = resolve(import.meta.dirname, '../../../../../shared/vectors/random/random.jsonl');

type Json = number | string | null | { int: string } | Json[];
interface Case {
  id: string;
  generator: 'cpython3' | 'random2';
  seed: Json;
  calls: [string, ...Json[]][];
  expected: Json[];
}

function plain(value: Json): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return value !== null && typeof value === 'object' && 'int' in value ? BigInt(value.int) : value;
}

/** bigint and number of the same value are the same here. */
function normal(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normal);
  return typeof value === 'bigint' && value >= -(2n ** 53n) && value <= 2n ** 53n ? Number(value) : value;
}

function drawChoices(random: Python3Random, args: unknown[]): unknown[] {
  const [list, how = {}] = args as [unknown[], { k?: number; weights?: number[]; cum_weights?: number[] }];
  const weights = how.weights ?? how.cum_weights?.map((sum, i, sums) => sum - (sums[i - 1] ?? 0));
  return random.choices(list, how.k ?? 1, weights);
}

const exact = new Set([
  'random',
  'uniform',
  'randint',
  'randrange',
  'choice',
  'choices',
  'shuffle',
  'sample',
  'getrandbits',
]);

function check(vector: Case): void {
  const generator = vector.generator === 'random2' ? random2 : random3;
  let random = generator(plain(vector.seed) as Seed);
  vector.calls.forEach(([name, ...rest], i) => {
    const args = rest.map(plain);
    if (name === 'seed') {
      random = generator(args[0] as Seed);
      return;
    }
    const method = random[name as 'random'] as (...args: unknown[]) => unknown;
    const got = normal(name === 'choices' ? drawChoices(random as Python3Random, args) : method(...args));
    const wanted = normal(plain(vector.expected[i]!));
    if (exact.has(name)) expect(got, `${vector.id}: ${name}`).toEqual(wanted);
    else expect(Math.abs((got as number) - (wanted as number))).toBeLessThanOrEqual(Math.abs(wanted as number) * 1e-12);
  });
}

describe.skipIf(!existsSync(corpus))('recorded draws of Python (skipped where the corpus is absent)', () => {
  const cases = existsSync(corpus) ? readFileSync(corpus, 'utf8').trim().split('\n') : [];
  it.each(cases.map((line) => JSON.parse(line) as Case))('$id', check);
});

describe('random2', () => {
  it('gives the numbers that Python gives for seed 42', () => {
    expect(random2(42).random()).toBe(0.6394267984578837);
    expect(random3(42).random()).toBe(0.6394267984578837);
  });

  it('draws whole numbers by Python 2.7, not by Python 3', () => {
    const drawn = (random: { randint(low: number, high: number): bigint }) => Number(random.randint(1, 100));
    expect(drawn(random2(42))).toBe(64);
    expect(drawn(random3(42))).toBe(82);
  });

  it('shuffles a copy', () => {
    const list = [1, 2, 3, 4, 5, 6];
    expect(random2(1).shuffle(list).toSorted()).toEqual(list);
    expect(list).toEqual([1, 2, 3, 4, 5, 6]);
    expect(random2(1).shuffle(list)).not.toEqual(list);
  });

  it('refuses what cannot be drawn', () => {
    expect(() => random2(1).choice([])).toThrow(RangeError);
    expect(() => random2(1).randint(5, 1)).toThrow('no number from 5');
    expect(() => random2(1).sample([1, 2], 3)).toThrow('cannot take 3 of 2');
    expect(() => random2(1).gammavariate(0, 1)).toThrow(RangeError);
  });
});
