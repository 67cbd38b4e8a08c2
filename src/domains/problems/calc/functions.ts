import { CalcError } from './calc-error.ts';
import {
  add,
  type Complex,
  complex,
  divideFreely,
  isComplex,
  magnitude,
  multiply,
  negate,
  subtract,
  type Value,
} from './value.ts';

type Fn = (x: Value) => Value;

const I: Complex = { re: 0, im: 1 };

/** A function with one form for real and one for complex numbers; the real one holds where `domain` does. */
function by(onReal: (x: number) => number, onComplex: (z: Complex) => Value, domain?: (x: number) => boolean): Fn {
  return (x) => {
    if (isComplex(x)) return onComplex(x);
    const value = Number(x);
    return domain && !domain(value) ? onComplex({ re: value, im: 0 }) : onReal(value);
  };
}

const reciprocal =
  (fn: Fn): Fn =>
  (x) =>
    divideFreely(1, fn(x));
const ofReciprocal =
  (fn: Fn): Fn =>
  (x) =>
    fn(divideFreely(1, x));

function logComplex(z: Complex): Complex {
  return { re: Math.log(Math.hypot(z.re, z.im)), im: Math.atan2(z.im, z.re) };
}

function sqrtComplex(z: Complex): Complex {
  if (z.re === 0 && z.im === 0) return { re: 0, im: 0 };
  const size = Math.sqrt((Math.abs(z.re) + Math.hypot(z.re, z.im)) / 2);
  const other = Math.abs(z.im) / (2 * size);
  const sign = z.im < 0 || Object.is(z.im, -0) ? -1 : 1;
  return z.re >= 0 ? { re: size, im: sign * other } : { re: other, im: sign * size };
}

/** ln(iz + sqrt(1 - z²)) / i, in the form that keeps its digits and the right side of the cuts. */
function arcsinComplex(z: Complex): Complex {
  const below = sqrtComplex({ re: 1 - z.re, im: -z.im });
  const above = sqrtComplex({ re: 1 + z.re, im: z.im });
  return {
    re: Math.atan2(z.re, below.re * above.re - below.im * above.im),
    im: Math.asinh(below.re * above.im - below.im * above.re),
  };
}

/** arccos z, of which only the branch with -im for z above 1 is wanted. */
function arccosComplex(z: Complex): Complex {
  const s = arcsinComplex(z);
  return { re: Math.PI / 2 - s.re, im: -s.im };
}

function arctanhComplex(z: Complex): Value {
  const difference = subtract(logComplex({ re: 1 + z.re, im: z.im }), logComplex({ re: 1 - z.re, im: -z.im }));
  return divideFreely(difference, 2);
}

const sin = by(Math.sin, (z) => ({ re: Math.sin(z.re) * Math.cosh(z.im), im: Math.cos(z.re) * Math.sinh(z.im) }));
const cos = by(Math.cos, (z) => ({ re: Math.cos(z.re) * Math.cosh(z.im), im: -Math.sin(z.re) * Math.sinh(z.im) }));
const tan = by(Math.tan, (z) => divideFreely(sin(z), cos(z)));
const sinh = by(Math.sinh, (z) => ({ re: Math.sinh(z.re) * Math.cos(z.im), im: Math.cosh(z.re) * Math.sin(z.im) }));
const cosh = by(Math.cosh, (z) => ({ re: Math.cosh(z.re) * Math.cos(z.im), im: Math.sinh(z.re) * Math.sin(z.im) }));
const tanh = by(Math.tanh, (z) => divideFreely(sinh(z), cosh(z)));

const isSine = (x: number) => Math.abs(x) <= 1 || Number.isNaN(x);
const arcsin = by(Math.asin, arcsinComplex, isSine);
const arccos = by(Math.acos, arccosComplex, isSine);
const arctanh = by(Math.atanh, arctanhComplex, isSine);
const arctan = by(Math.atan, (z) => divideFreely(arctanhComplex({ re: -z.im, im: z.re }), I));
const arcsinh = by(Math.asinh, (z) => divideFreely(arcsinComplex({ re: -z.im, im: z.re }), I));
const arccosh = by(Math.acosh, (z) => {
  const a = arccosComplex(z);
  // i·arccos z or its negative, whichever has no negative real part.
  const turned = multiply(I, a) as Complex;
  return turned.re < 0 || (turned.re === 0 && turned.im < 0) ? negate(turned) : turned;
});

const isPositive = (x: number) => !(x < 0);
const logarithm = (onReal: (x: number) => number, base: number): Fn =>
  by(onReal, (z) => (base === Math.E ? logComplex(z) : divideFreely(logComplex(z), Math.log(base))), isPositive);

function factorial(x: Value): Value {
  if (typeof x !== 'bigint') throw new CalcError('type', 'factorial needs a whole number');
  if (x < 0n) throw new CalcError('factorial', 'factorial() not defined for negative values');
  // 170! is the last one within the range of a double.
  if (x > 170n) throw new CalcError('size', 'the number is too large');
  let result = 1n;
  for (let n = 2n; n <= x; n++) result *= n;
  return result;
}

function arccot(x: Value): Value {
  const quarter = complex(x).re < 0 ? -Math.PI / 2 : Math.PI / 2;
  return add(quarter, negate(arctan(x)));
}

/** Every function of the calculator, by name. (Rule 3.6.5.) */
export const functions: ReadonlyMap<string, Fn> = new Map<string, Fn>([
  ['sin', sin],
  ['cos', cos],
  ['tan', tan],
  ['sec', reciprocal(cos)],
  ['csc', reciprocal(sin)],
  ['cot', reciprocal(tan)],
  ['arcsin', arcsin],
  ['arccos', arccos],
  ['arctan', arctan],
  ['arcsec', ofReciprocal(arccos)],
  ['arccsc', ofReciprocal(arcsin)],
  ['arccot', arccot],
  ['sinh', sinh],
  ['cosh', cosh],
  ['tanh', tanh],
  ['sech', reciprocal(cosh)],
  ['csch', reciprocal(sinh)],
  ['coth', reciprocal(tanh)],
  ['arcsinh', arcsinh],
  ['arccosh', arccosh],
  ['arctanh', arctanh],
  ['arcsech', ofReciprocal(arccosh)],
  ['arccsch', ofReciprocal(arcsinh)],
  ['arccoth', ofReciprocal(arctanh)],
  ['sqrt', by(Math.sqrt, sqrtComplex, isPositive)],
  ['ln', logarithm(Math.log, Math.E)],
  ['log10', logarithm(Math.log10, 10)],
  ['log2', logarithm(Math.log2, 2)],
  ['exp', by(Math.exp, (z) => ({ re: Math.exp(z.re) * Math.cos(z.im), im: Math.exp(z.re) * Math.sin(z.im) }))],
  ['abs', (x) => (typeof x === 'bigint' ? (x < 0n ? -x : x) : magnitude(x))],
  ['fact', factorial],
  ['factorial', factorial],
]);
