import { type Expression, parseExpression } from '../calc/index.ts';
import { fromNumber, isWhole, one, plus, type Rational, rational, times, toPower, written, zero } from './rational.ts';

/** A sum: a coefficient for each product of powers. Products are written as text, which is what is compared. */
type Sum = ReadonlyMap<string, Term>;

interface Term {
  readonly coefficient: Rational;
  readonly factors: ReadonlyMap<string, Rational>;
}

/** More terms than this is no answer but an attempt to keep the server busy. */
const most_terms = 500;

/**
 * The form that sympy gives an expression by itself: sums and products in one order, like terms and powers collected,
 * numbers worked out, a number multiplied into a sum; but products of sums are not multiplied out. Null for what cannot
 * be read.
 */
export function canonicalForm(text: string): string | null {
  try {
    const expression = parseExpression(text);
    return expression ? writeSum(sumOf(expression)) : null;
  } catch {
    return null;
  }
}

function single(factor: string, exponent: Rational = one): Sum {
  return sumFrom([{ coefficient: one, factors: new Map([[factor, exponent]]) }]);
}

function constant(value: Rational): Sum {
  return sumFrom([{ coefficient: value, factors: new Map() }]);
}

function sumFrom(terms: Iterable<Term>): Sum {
  const sum = new Map<string, Term>();
  for (const term of terms) {
    const key = writeFactors(term.factors);
    const coefficient = plus(sum.get(key)?.coefficient ?? zero, term.coefficient);
    if (coefficient.top === 0n) sum.delete(key);
    else sum.set(key, { coefficient, factors: term.factors });
    if (sum.size > most_terms) throw new RangeError('too many terms');
  }
  return sum;
}

function sumOf(expression: Expression): Sum {
  switch (expression.type) {
    case 'number': {
      const value = typeof expression.value === 'object' ? null : fromNumber(expression.value);
      return value ? constant(value) : single(String(expression.value));
    }
    case 'name':
      return single(expression.name);
    case 'call':
      return single(`${expression.name}(${writeSum(sumOf(expression.argument))})`);
    case 'negative':
      return scaled(sumOf(expression.of), rational(-1n));
    case 'sum':
      return expression.rest.reduce(
        (left, { sign, of }) => added(left, sign === '+' ? sumOf(of) : scaled(sumOf(of), rational(-1n))),
        sumOf(expression.first),
      );
    case 'product':
      return expression.rest.reduce(
        (left, { sign, of }) => multiplied(left, sign === '*' ? sumOf(of) : raised(sumOf(of), constant(rational(-1n)))),
        sumOf(expression.first),
      );
    case 'power':
      return expression.parts.map(sumOf).reduceRight((exponent, base) => raised(base, exponent));
    case 'parallel':
      throw new RangeError('no symbolic form');
  }
}

function added(a: Sum, b: Sum): Sum {
  return sumFrom([...a.values(), ...b.values()]);
}

function scaled(sum: Sum, by: Rational): Sum {
  return sumFrom([...sum.values()].map((term) => ({ ...term, coefficient: times(term.coefficient, by) })));
}

function numberOf(sum: Sum): Rational | null {
  if (sum.size === 0) return zero;
  const only = sum.size === 1 ? [...sum.values()][0]! : null;
  return only && only.factors.size === 0 ? only.coefficient : null;
}

/** A sum as one term: itself, or a bracket around it. */
function asTerm(sum: Sum): Term {
  if (sum.size === 1) return [...sum.values()][0]!;
  return sum.size === 0
    ? { coefficient: zero, factors: new Map() }
    : { coefficient: one, factors: new Map([[`(${writeSum(sum)})`, one]]) };
}

function multiplied(a: Sum, b: Sum): Sum {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x) return scaled(b, x);
  if (y) return scaled(a, y);
  const [left, right] = [asTerm(a), asTerm(b)];
  const factors = new Map(left.factors);
  for (const [factor, exponent] of right.factors) {
    const total = plus(factors.get(factor) ?? zero, exponent);
    if (total.top === 0n) factors.delete(factor);
    else factors.set(factor, total);
  }
  return sumFrom([{ coefficient: times(left.coefficient, right.coefficient), factors }]);
}

function raised(base: Sum, exponent: Sum): Sum {
  const power = numberOf(exponent);
  if (!power) return single(`(${writeSum(base)})^(${writeSum(exponent)})`);
  if (power.top === 0n) return constant(one);
  const { coefficient, factors } = asTerm(base);
  const isSimple = isWhole(power) || (coefficient.top === 1n && coefficient.bottom === 1n && factors.size === 1);
  const scale = isWhole(power) ? toPower(coefficient, power.top) : one;
  if (!isSimple || !scale) return single(`(${writeSum(base)})`, power);
  return sumFrom([
    {
      coefficient: scale,
      factors: new Map([...factors].map(([factor, value]) => [factor, times(value, power)])),
    },
  ]);
}

function writeFactors(factors: ReadonlyMap<string, Rational>): string {
  return [...factors]
    .map(([factor, exponent]) => (written(exponent) === '1' ? factor : `${factor}^${written(exponent)}`))
    .sort()
    .join('*');
}

function writeSum(sum: Sum): string {
  if (sum.size === 0) return '0';
  return [...sum]
    .map(([key, { coefficient }]) => (key === '' ? written(coefficient) : `${written(coefficient)}*${key}`))
    .sort()
    .join('+');
}
