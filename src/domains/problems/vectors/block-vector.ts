import type { VectorResult } from '../vectors.ts';

type Vector = Record<string, unknown>;

export function isBlockVector(vector: Vector): boolean {
  return 'input' in vector;
}

export function checkBlockVector(vector: Vector): VectorResult {
  return { skipped: `not yet ${vector.id}` };
}
