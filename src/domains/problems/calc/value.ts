import { CalcError } from './calc-error.ts';

export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A value of the calculator: whole numbers stay whole (and exact), others are doubles, some are complex. */
export type Value = bigint | number | Complex;

/** Whole numbers beyond the range of a double are refused: nothing here needs them, and they could grow without end. */
const most_bits = 1024;

export function isComplex(value: Value): value is Complex {
  return typeof value === 'object';
}

export function complex(value: Value): Complex {
  return isComplex(value) ? value : { re: Number(value), im: 0 };
}

export function isNaNValue(value: Value): boolean {
  const { re, im } = complex(value);
  return Number.isNaN(re) || Number.isNaN(im);
}

export function isInfinite(value: Value): boolean {
  const { re, im } = complex(value);
  return Math.abs(re) === Infinity || Math.abs(im) === Infinity;
}

function isZero(value: Value): boolean {
  const { re, im } = complex(value);
  return re === 0 && im === 0;
}

export function magnitude(value: Value): number {
  return isComplex(value) ? Math.hypot(value.re, value.im) : Math.abs(Number(value));
}

function checked(value: bigint): bigint {
  if (value > -(2n ** 1024n) && value < 2n ** 1024n) return value;
  throw new CalcError('size', 'the number is too large');
}

export function add(a: Value, b: Value): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint') return checked(a + b);
  if (!isComplex(a) && !isComplex(b)) return Number(a) + Number(b);
  const [x, y] = [complex(a), complex(b)];
  return { re: x.re + y.re, im: x.im + y.im };
}

export function negate(a: Value): Value {
  return isComplex(a) ? { re: -a.re, im: -a.im } : -a;
}

export function subtract(a: Value, b: Value): Value {
  return add(a, negate(b));
}

export function multiply(a: Value, b: Value): Value {
  if (typeof a === 'bigint' && typeof b === 'bigint') return checked(a * b);
  if (!isComplex(a) && !isComplex(b)) return Number(a) * Number(b);
  const [x, y] = [complex(a), complex(b)];
  return { re: x.re * y.re - x.im * y.im, im: x.re * y.im + x.im * y.re };
}

/** True division, also of whole numbers. @throws CalcError for a zero divisor */
export function divide(a: Value, b: Value): Value {
  if (isZero(b)) throw new CalcError('division', 'division by zero');
  return divideFreely(a, b);
}

/** Division as numpy does it: by zero it gives an infinity or not-a-number. */
export function divideFreely(a: Value, b: Value): Value {
  if (!isComplex(a) && !isComplex(b)) return Number(a) / Number(b);
  const [x, y] = [complex(a), complex(b)];
  // Smith's way: scaled by the larger part, so that nothing overflows on the way.
  if (Math.abs(y.re) >= Math.abs(y.im)) {
    const ratio = y.im / y.re;
    const scale = y.re + y.im * ratio;
    return { re: (x.re + x.im * ratio) / scale, im: (x.im - x.re * ratio) / scale };
  }
  const ratio = y.re / y.im;
  const scale = y.re * ratio + y.im;
  return { re: (x.re * ratio + x.im) / scale, im: (x.im * ratio - x.re) / scale };
}

/** `a ^ b`; a negative base with a broken exponent gives a complex value. @throws CalcError for 0 to a negative power */
export function power(a: Value, b: Value): Value {
  if (isZero(a) && !isComplex(b) && Number(b) < 0) throw new CalcError('division', '0 to a negative power');
  if (typeof a === 'bigint' && typeof b === 'bigint' && b >= 0n) return wholePower(a, b);
  if (!isComplex(a) && !isComplex(b)) {
    const [x, y] = [Number(a), Number(b)];
    if (x >= 0 || Number.isInteger(y) || !Number.isFinite(y)) return finitePower(x, y);
  }
  return complexPower(complex(a), complex(b));
}

function wholePower(a: bigint, b: bigint): bigint {
  const bits = a < 0n ? (-a).toString(2).length : a.toString(2).length;
  if (bits > 1 && b * BigInt(bits - 1) > BigInt(most_bits)) throw new CalcError('size', 'the number is too large');
  if (bits === 1) return a === 0n ? (b === 0n ? 1n : 0n) : b % 2n === 0n ? 1n : a;
  return checked(a ** b);
}

function finitePower(x: number, y: number): number {
  const result = x ** y;
  if (Math.abs(result) === Infinity && Number.isFinite(x) && Number.isFinite(y)) {
    throw new CalcError('size', 'the number is too large');
  }
  return result;
}

function complexPower(a: Complex, b: Complex): Complex {
  if (b.re === 0 && b.im === 0) return { re: 1, im: 0 };
  if (a.re === 0 && a.im === 0) {
    if (b.im !== 0 || b.re < 0) throw new CalcError('division', '0 to a negative or complex power');
    return { re: 0, im: 0 };
  }
  // Small whole powers by multiplication, so that j^2 is exactly -1.
  if (b.im === 0 && Number.isInteger(b.re) && Math.abs(b.re) <= 100) return smallPower(a, b.re);
  const size = Math.hypot(a.re, a.im);
  const angle = Math.atan2(a.im, a.re);
  const length = size ** b.re * (b.im === 0 ? 1 : Math.exp(-angle * b.im));
  const phase = angle * b.re + (b.im === 0 ? 0 : b.im * Math.log(size));
  return { re: length * Math.cos(phase), im: length * Math.sin(phase) };
}

function smallPower(a: Complex, exponent: number): Complex {
  let result: Complex = { re: 1, im: 0 };
  let square = a;
  for (let n = Math.abs(exponent); n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result = multiply(result, square) as Complex;
    square = multiply(square, square) as Complex;
  }
  return exponent > 0 ? result : (divide({ re: 1, im: 0 }, result) as Complex);
}

/** 1 / (1/a + 1/b + …): not-a-number as soon as one of them is 0. */
export function parallel(values: readonly Value[]): Value {
  if (values.some(isZero)) return Number.NaN;
  return divide(1, values.map((value) => divide(1, value)).reduce(add));
}
