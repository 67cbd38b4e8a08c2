import type { Expression, Term } from './parse-expression.ts';

const greek = new Set(
  `alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega
  Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega hbar`.split(/\s+/),
);
const functions = new Set('sin cos tan sec csc cot arcsin arccos arctan sinh cosh tanh coth ln exp'.split(' '));

/** How tightly an expression holds together; one that stands in a tighter one needs brackets. */
const tightness: Readonly<Record<Expression['type'], number>> = {
  sum: 1,
  negative: 1,
  product: 2,
  parallel: 3,
  power: 4,
  number: 5,
  name: 5,
  call: 5,
};

/** An expression as TeX, as a person would write it by hand: fractions, powers and roots. */
export function expressionTex(expression: Expression): string {
  switch (expression.type) {
    case 'number':
      return numberTex(String(expression.value));
    case 'name':
      return nameTex(expression.name);
    case 'call':
      return callTex(expression.name, expressionTex(expression.argument));
    case 'negative':
      return `-${within(expression.of, 2)}`;
    case 'sum':
      return within(expression.first, 1) + expression.rest.map(({ sign, of }) => sign + within(of, 2)).join('');
    case 'product':
      return productTex(expression.first, expression.rest);
    case 'parallel':
      return expression.parts.map((part) => within(part, 4)).join(' \\parallel ');
    case 'power':
      return powerTex(expression.parts);
  }
}

function within(expression: Expression, least: number): string {
  const tex = expressionTex(expression);
  return tightness[expression.type] < least ? `\\left(${tex}\\right)` : tex;
}

/** From the left: `a/b*c` is a over b, times c. */
function productTex(first: Expression, rest: readonly Term[]): string {
  // A fraction needs no brackets around what it holds.
  let done = rest[0]?.sign === '/' ? expressionTex(first) : within(first, 2);
  rest.forEach(({ sign, of }, at) => {
    if (sign === '/') done = `\\frac{${done}}{${expressionTex(of)}}`;
    else done = `${at === 0 ? within(first, 2) : done} \\cdot ${within(of, 3)}`;
  });
  return done;
}

/** From the right: `a^b^c` is a to the power of (b to the power of c). */
function powerTex(parts: readonly Expression[]): string {
  const [first, ...exponents] = parts as readonly [Expression, ...Expression[]];
  const exponent = exponents.reduceRight((above, part) => {
    const base = within(part, above === '' ? 0 : 5);
    return above === '' ? base : `{${base}}^{${above}}`;
  }, '');
  return `{${within(first, 5)}}^{${exponent}}`;
}

function callTex(name: string, argument: string): string {
  if (name === 'sqrt') return `\\sqrt{${argument}}`;
  if (name === 'abs') return `\\left|${argument}\\right|`;
  if (name === 'fact' || name === 'factorial') return `\\left(${argument}\\right)!`;
  const log = /^log(2|10)$/.exec(name);
  const shown = log ? `\\log_{${log[1]}}` : functions.has(name) ? `\\${name}` : nameTex(name);
  return `${shown}\\left(${argument}\\right)`;
}

function numberTex(text: string): string {
  const [, digits, exponent] = /^(-?[\d.]+)e\+?(-?\d+)$/.exec(text) ?? [];
  return digits ? `${digits} \\times 10^{${exponent}}` : text;
}

/** `x_1`, `U_{ij}^{k}` and `f'`: letters and digits only, so nothing in them is a command. */
function nameTex(name: string): string {
  const [, base = name, below, above, primes = ''] =
    /^([A-Za-z][A-Za-z0-9]*)(?:_\{?([A-Za-z0-9_]+)\}?)?(?:\^\{([A-Za-z0-9]+)\})?('*)$/.exec(name) ?? [];
  const shown = greek.has(base) ? `\\${base}` : base.length > 1 ? `\\mathrm{${base}}` : base;
  const lower = below === undefined ? '' : `_{${wordTex(below.replaceAll('_', ','))}}`;
  const upper = above === undefined ? '' : `^{${wordTex(above)}}`;
  return `{${shown}${primes}}${lower}${upper}`;
}

function wordTex(word: string): string {
  return greek.has(word) ? `\\${word}` : word;
}
