export { CalcError } from './calc-error.ts';
export { compileExpression, evaluate, type Variables } from './evaluate.ts';
export { type Expression, parseExpression } from './parse-expression.ts';
export { complex, isComplex, isInfinite, isNaNValue, magnitude, type Value } from './value.ts';
