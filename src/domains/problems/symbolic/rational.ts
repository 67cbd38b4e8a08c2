/** A fraction in lowest terms, its denominator above 0. */
export interface Rational {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** Beyond any honest answer; without a bound, a short text could ask for numbers of millions of digits. */
const most_size = 2n ** 4096n;

export const zero: Rational = { top: 0n, bottom: 1n };
export const one: Rational = { top: 1n, bottom: 1n };

/** @throws RangeError beyond the largest size */
export function rational(top: bigint, bottom = 1n): Rational {
  const sign = bottom < 0n ? -1n : 1n;
  const size = top < 0n ? -top : top;
  if (size > most_size || bottom * sign > most_size) throw new RangeError('the number is too large');
  const factor = divisor(size, bottom * sign);
  return { top: (top * sign) / factor, bottom: (bottom * sign) / factor };
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a || 1n : divisor(b, a % b);
}

/** The decimal that a number is printed as: 0.5 is 1/2. */
export function fromNumber(value: number | bigint): Rational | null {
  if (typeof value === 'bigint') return rational(value);
  const found = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!found) return null;
  const [, whole = '', fraction = '', power = '0'] = found;
  const exponent = Number(power) - fraction.length;
  const digits = BigInt(whole + fraction);
  return exponent < 0 ? rational(digits, 10n ** BigInt(-exponent)) : rational(digits * 10n ** BigInt(exponent));
}

export function plus(a: Rational, b: Rational): Rational {
  return rational(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a: Rational, b: Rational): Rational {
  return rational(a.top * b.top, a.bottom * b.bottom);
}

/** Null for zero to a negative power, and for powers that would grow out of hand. */
export function toPower(base: Rational, exponent: bigint): Rational | null {
  const digits = BigInt(Math.max(String(base.top).length, String(base.bottom).length));
  const times = exponent < 0n ? -exponent : exponent;
  if (digits * times > 2_000n) return null;
  if (exponent >= 0n) return rational(base.top ** exponent, base.bottom ** exponent);
  return base.top === 0n ? null : rational(base.bottom ** -exponent, base.top ** -exponent);
}

export function isWhole(value: Rational): boolean {
  return value.bottom === 1n;
}

export function written(value: Rational): string {
  return value.bottom === 1n ? String(value.top) : `${value.top}/${value.bottom}`;
}
