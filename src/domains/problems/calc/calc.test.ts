import { describe, expect, it } from 'vitest';
import { CalcError, complex, evaluate } from './index.ts';

const kindOf = (text: string) => {
  try {
    evaluate(text);
    return 'no error';
  } catch (error) {
    return error instanceof CalcError ? error.kind : error;
  }
};

describe('the calculator', () => {
  it.each([
    ['-2^2', -4],
    ['2^-3', 0.125],
    ['2^3^2', 512],
    ['3*-3^2', 27],
    ['--5', 5],
    ['2-3-4', -5],
    ['8/4/2', 1],
    ['1||1||2', 0.4],
    ['2*6||3', 4],
    ['+.5e 1', 5],
    ['1.5 E + 3', 1500],
    ['5 %', 0.05],
    ['70%', 0.7000000000000001],
    ['(((7)))', 7],
    ['PI', Math.PI],
    ['ln(E)', 1],
    ['log10(1000)+log2(8)', 6],
    ['fact(5)', 120],
    ['abs(-3)+abs(3+4*i)', 8],
    ['sec(0)+csc(pi/2)+cot(pi/4)', 3],
    ['arccot(-1)', -Math.PI / 4],
    ['arcsec(2)', Math.acos(0.5)],
    ['coth(1)*tanh(1)', 1],
    ['exp(ln(3))', 3],
  ])('%s is %d', (text, value) => {
    const result = complex(evaluate(text));
    expect(result.re).toBeCloseTo(value, 12);
    expect(result.im).toBe(0);
  });

  it.each([
    ['sqrt(-4)', [0, 2]],
    ['ln(-1)', [0, Math.PI]],
    ['(-8)^(1/3)', [1, Math.sqrt(3)]],
    ['(1+2*j)/(3-4*j)', [-0.2, 0.4]],
    ['i^2', [-1, 0]],
    ['arcsin(2)', [Math.PI / 2, Math.log(2 + Math.sqrt(3))]],
    ['arccos(2)', [0, -Math.log(2 + Math.sqrt(3))]],
    ['sin(arcsin(1+i))', [1, 1]],
    ['cosh(arccosh(1-2*i))', [1, -2]],
    ['tan(arctan(0.5+i/2))', [0.5, 0.5]],
    ['exp(i*pi)', [-1, 0]],
  ])('%s is complex', (text, [re, im]) => {
    const value = complex(evaluate(text));
    expect(value.re).toBeCloseTo(re!, 12);
    expect(value.im).toBeCloseTo(im!, 12);
  });

  it('keeps whole numbers exact', () => {
    expect(evaluate('10^20+1')).toBe(100000000000000000001n);
    expect(evaluate('7/2')).toBe(3.5);
  });

  it('gives not-a-number for blank text and for a short circuit', () => {
    expect(evaluate('  ')).toBeNaN();
    expect(evaluate('0||5')).toBeNaN();
  });

  it('knows names with digits, primes and indices, with case only when asked', () => {
    const variables = { R1: 2, "f'": 3, 'U_{ij}^{k}': 5 };
    expect(evaluate("r1*F'*u_{IJ}^{k}", variables)).toBe(30);
    expect(() => evaluate('r1', variables, true)).toThrow('(did you mean R1?)');
  });

  it.each([
    ['2x', 'syntax'],
    ['2**3', 'syntax'],
    ['1,5', 'syntax'],
    ['4 2', 'syntax'],
    ['[3]', 'syntax'],
    ['2^-x', 'syntax'],
    ['sqrt()', 'syntax'],
    ['3+', 'syntax'],
    ['2−1', 'syntax'],
    ['(1', 'brackets'],
    ['1)(', 'brackets'],
    ['b+a', 'variable'],
    ['log(2)', 'function'],
    ['1/0', 'division'],
    ['0^-1', 'division'],
    ['fact(-1)', 'factorial'],
    ['fact(0.5)', 'type'],
    ['9^9^9^9', 'size'],
    ['fact(171)', 'size'],
    [`${'('.repeat(200)}1${')'.repeat(200)}`, 'syntax'],
    [`${'1+'.repeat(6000)}1`, 'syntax'],
  ])('%s: %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind);
  });

  it('looks for brackets first, then the grammar, then variables, then functions', () => {
    expect(kindOf('2x)')).toBe('brackets');
    expect(kindOf('f(x)+2y')).toBe('syntax');
    expect(kindOf('f(x)')).toBe('variable');
    expect(() => evaluate('f(1)+b+a')).toThrow('a, b not permitted in answer as a variable');
  });
});
