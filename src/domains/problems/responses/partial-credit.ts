import type { ResponseSource } from './response.ts';

/** The styles of `partial_credit`, lowered; none where it is not written, or `false`. (Rule 3.1.6.) */
export function partialCreditStyles(source: ResponseSource): readonly string[] {
  const written = source.element.attributes.partial_credit;
  if (written === undefined || written.trim().toLowerCase() === 'false') return [];
  return written.split(',').map((style) => style.trim().toLowerCase());
}

/** Two decimals, halves away from zero, on the decimal form: 0.125 is 0.13. */
export function roundPoints(points: number): number {
  return Math.sign(points) * Number(`${Math.round(Number(`${Math.abs(points)}e2`))}e-2`);
}
