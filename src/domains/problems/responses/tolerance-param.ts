import { childElements } from '../../../kernel/xml/index.ts';
import { CalcError, evaluate, isComplex } from '../calc/index.ts';
import { defaultTolerance, readTolerance, type Tolerance } from '../compare-with-tolerance.ts';
import { Refusal } from '../problem-error.ts';
import { attribute, type ResponseSource } from './response.ts';

/** A tolerance that is read when the first answer comes. @throws Refusal where its author wrote it wrongly */
export type LazyTolerance = () => Tolerance;

/** The tolerance of a response: a responseparam of that type, else the default. */
export function toleranceParam(source: ResponseSource, read: (text: string) => Tolerance | null): LazyTolerance {
  const param = childElements(source.element).find(
    ({ name, attributes }) => name === 'responseparam' && attributes.type === 'tolerance',
  );
  return lazyTolerance(param ? attribute(source, param, 'default') : null, read);
}

export function lazyTolerance(written: string | null, read: (text: string) => Tolerance | null): LazyTolerance {
  const text = written?.trim() ?? '';
  let known: Tolerance | null = text === '' ? defaultTolerance : null;
  return () => {
    known ??= read(text);
    if (known) return known;
    throw new Refusal('problem', `The tolerance '${text}' must be a number, or a number and %.`);
  };
}

/** As a plain tolerance, or worked out by the calculator: formulas and choices with numbers allow `1/100`. */
export function readToleranceExpression(text: string): Tolerance | null {
  const plain = readTolerance(text);
  if (plain) return plain;
  const isPercent = text.endsWith('%');
  try {
    const value = evaluate(isPercent ? text.slice(0, -1) : text);
    if (isComplex(value)) return null;
    return isPercent ? { type: 'of-expected', share: Number(value) * 0.01 } : { type: 'absolute', size: Number(value) };
  } catch (error) {
    if (error instanceof CalcError) return null;
    throw error;
  }
}
