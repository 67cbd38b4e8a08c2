/**
 * Python's distributions of real numbers, each on nothing but `random()`. Python 2.7 and 3 agree in them but for one
 * case of `gammavariate`.
 */
export interface Distributions {
  uniform(low: number, high: number): number;
  triangular(low?: number, high?: number, mode?: number): number;
  normalvariate(mu?: number, sigma?: number): number;
  lognormvariate(mu: number, sigma: number): number;
  /** Makes two at once and keeps the second for the next call. */
  gauss(mu?: number, sigma?: number): number;
  expovariate(lambda: number): number;
  vonmisesvariate(mu: number, kappa: number): number;
  gammavariate(alpha: number, beta: number): number;
  betavariate(alpha: number, beta: number): number;
  paretovariate(alpha: number): number;
  weibullvariate(alpha: number, beta: number): number;
}

const turn = 2 * Math.PI;
const normalFactor = (4 * Math.exp(-0.5)) / Math.sqrt(2);
const gammaFactor = 1 + Math.log(4.5);

/** A draw from (0, 1) whose logarithm is safe, in the way of one version of Python. */
export type DrawForLog = (random: () => number) => number;

function normal(random: () => number): number {
  for (;;) {
    const u1 = random();
    const u2 = 1 - random();
    const z = (normalFactor * (u1 - 0.5)) / u2;
    if ((z * z) / 4 <= -Math.log(u2)) return z;
  }
}

function vonMises(random: () => number, mu: number, kappa: number): number {
  if (kappa <= 1e-6) return turn * random();
  const s = 0.5 / kappa;
  const r = s + Math.sqrt(1 + s * s);
  let z: number;
  for (;;) {
    z = Math.cos(Math.PI * random());
    const d = z / (r + z);
    const u = random();
    if (u < 1 - d * d || u <= (1 - d) * Math.exp(d)) break;
  }
  const q = 1 / r;
  const angle = Math.acos((q + z) / (1 + q * z));
  const theta = (random() > 0.5 ? mu + angle : mu - angle) % turn;
  return theta < 0 ? theta + turn : theta;
}

/** Cheng's method, for alpha above 1. */
function largeGamma(random: () => number, alpha: number): number {
  const root = Math.sqrt(2 * alpha - 1);
  for (;;) {
    const u1 = random();
    if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
    const u2 = 1 - random();
    const v = Math.log(u1 / (1 - u1)) / root;
    const x = alpha * Math.exp(v);
    const z = u1 * u1 * u2;
    const r = alpha - Math.log(4) + (alpha + root) * v - x;
    if (r + gammaFactor - 4.5 * z >= 0 || r >= Math.log(z)) return x;
  }
}

/** Kennedy and Gentle's method GS, for alpha below 1. */
function smallGamma(random: () => number, alpha: number): number {
  for (;;) {
    const b = (Math.E + alpha) / Math.E;
    const p = b * random();
    const x = p <= 1 ? p ** (1 / alpha) : -Math.log((b - p) / alpha);
    const u = random();
    if (p > 1 ? u <= x ** (alpha - 1) : u <= Math.exp(-x)) return x;
  }
}

export function distributions(random: () => number, gammaDraw: DrawForLog): Distributions {
  let spare: number | null = null;
  const normalvariate = (mu = 0, sigma = 1) => mu + normal(random) * sigma;
  const gammavariate = (alpha: number, beta: number) => {
    if (!(alpha > 0 && beta > 0)) throw new RangeError('gammavariate: alpha and beta must be above 0');
    if (alpha > 1) return largeGamma(random, alpha) * beta;
    return (alpha === 1 ? -Math.log(gammaDraw(random)) : smallGamma(random, alpha)) * beta;
  };
  return {
    uniform: (low, high) => low + (high - low) * random(),
    triangular(low = 0, high = 1, mode) {
      const u = random();
      if (high === low) return low;
      const c = mode === undefined ? 0.5 : (mode - low) / (high - low);
      return u > c ? high + (low - high) * Math.sqrt((1 - u) * (1 - c)) : low + (high - low) * Math.sqrt(u * c);
    },
    normalvariate,
    lognormvariate: (mu, sigma) => Math.exp(normalvariate(mu, sigma)),
    gauss(mu = 0, sigma = 1) {
      const kept = spare;
      spare = null;
      if (kept !== null) return mu + kept * sigma;
      const angle = random() * turn;
      const radius = Math.sqrt(-2 * Math.log(1 - random()));
      spare = Math.sin(angle) * radius;
      return mu + Math.cos(angle) * radius * sigma;
    },
    expovariate: (lambda) => -Math.log(1 - random()) / lambda,
    vonmisesvariate: (mu, kappa) => vonMises(random, mu, kappa),
    gammavariate,
    betavariate(alpha, beta) {
      const y = gammavariate(alpha, 1);
      return y === 0 ? 0 : y / (y + gammavariate(beta, 1));
    },
    paretovariate: (alpha) => (1 - random()) ** (-1 / alpha),
    weibullvariate: (alpha, beta) => alpha * (-Math.log(1 - random())) ** (1 / beta),
  };
}
