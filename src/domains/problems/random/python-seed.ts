import { createHash } from 'node:crypto';

/** What a seed may be. A whole number keeps all its bits, so large ones come as bigint. */
export type Seed = number | bigint | string;

const hashModulus = 2n ** 61n - 1n;

/** CPython's hash of a float, as the unsigned 64 bits that seeding takes. */
function floatKey(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (!Number.isFinite(value)) return BigInt.asUintN(64, value > 0 ? 314159n : -314159n);
  let mantissa = Math.abs(value);
  let twos = 0;
  while (!Number.isInteger(mantissa)) {
    mantissa *= 2;
    twos += 1;
  }
  // 2^61 is 1 in this field, so dividing by 2^n is multiplying by 2^(61 - n mod 61).
  const inverse = 2n ** BigInt(61 - (twos % 61));
  const hash = (BigInt(mantissa) * inverse) % hashModulus;
  const signed = value < 0 ? -hash : hash;
  return BigInt.asUintN(64, signed === -1n ? -2n : signed);
}

function textKey(value: string): bigint {
  const bytes = Buffer.from(value, 'utf8');
  const hash = createHash('sha512').update(bytes).digest();
  return BigInt(`0x${Buffer.concat([bytes, hash]).toString('hex')}`);
}

/** The number that starts the generator: a whole number's absolute value, text by Python 3's rule, a float's hash. */
export function seedKey(seed: Seed): bigint {
  if (typeof seed === 'string') return textKey(seed);
  if (typeof seed === 'number' && !Number.isInteger(seed)) return floatKey(seed);
  const whole = BigInt(seed);
  return whole < 0n ? -whole : whole;
}
