import { expect, it } from 'vitest';
import { previewTex } from './preview.ts';

const tex = (text: string) => previewTex('formula', text)?.replace(/\\left|\\right|\s|[{}]/g, '');

it('writes an expression as it would be written by hand', () => {
  expect(previewTex('formula', '1/(2*x)')).toBe('\\frac{1}{2 \\cdot {x}}');
  expect(tex('-b^2 + 4*(a+c)')).toBe('-b^2+4\\cdot(a+c)');
  expect(tex('a/b*c')).toBe('\\fracab\\cdotc');
  expect(tex('(a+b)/c')).toBe('\\fraca+bc');
  expect(tex('a*b/c')).toBe('\\fraca\\cdotbc');
  expect(tex('(a+b)*c')).toBe('(a+b)\\cdotc');
  expect(tex('a-(b-c)')).toBe('a-(b-c)');
  expect(tex('2^3^x')).toBe('2^3^x');
  expect(tex('sqrt(alpha_1)+abs(v)+log10(t)')).toBe('\\sqrt\\alpha_1+|v|+\\log_10(t)');
  expect(tex('1.5e30')).toBe('1.5\\times10^30');
});

it('writes chemistry, and nothing for what cannot be read', () => {
  expect(previewTex('chemistry', 'H2O + CO2 -> H2CO3')).toBe('\\ce{H2O + CO2 -> H2CO3}');
  expect(previewTex('chemistry', '} \\href{x}{y}')).toBeNull();
  for (const text of ['', ' ', '2+', '(', '2x', 'x'.repeat(501), '\\frac{1}{2}'])
    expect(previewTex('formula', text)).toBeNull();
});
