import type { ScriptRunner } from './script-runner.ts';
import { checkBlockVector, isBlockVector } from './vectors/block-vector.ts';
import { checkCalcVector, isCalcVector } from './vectors/calc-vector.ts';
import { checkProblemVector } from './vectors/problem-vector.ts';
import type { VectorResult } from './vectors/vector-result.ts';

export interface VectorDifference {
  readonly id: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** What became of a file of vectors. */
export interface VectorReport {
  readonly passed: number;
  readonly failed: number;
  readonly differences: readonly VectorDifference[];
  /** Vectors that need Python, when no runner was given. */
  readonly skipped: readonly { readonly id: string; readonly because: string }[];
}

/**
 * Runs a vector file (JSON Lines): problem vectors, block vectors, calculator and comparison cases, told apart by their
 * keys. Those that need Python run through `runScript`, or are skipped with the reason.
 */
export async function runVectors(lines: string, runScript?: ScriptRunner): Promise<VectorReport> {
  let passed = 0;
  const differences: VectorDifference[] = [];
  const skipped: { id: string; because: string }[] = [];
  for (const [index, line] of lines.split('\n').entries()) {
    if (line.trim() === '') continue;
    const vector = readVector(line);
    if (!vector) {
      differences.push({ id: `line ${index + 1}`, expected: 'a case', got: 'this line is no JSON object' });
      continue;
    }
    const id = typeof vector.id === 'string' ? vector.id : `line ${index + 1}`;
    const result = await check(vector, runScript);
    if (result === null) passed++;
    else if ('skipped' in result) skipped.push({ id, because: result.skipped });
    else differences.push({ id, ...result });
  }
  return { passed, failed: differences.length, differences, skipped };
}

function readVector(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

async function check(vector: Record<string, unknown>, runScript: ScriptRunner | undefined): Promise<VectorResult> {
  try {
    if (isCalcVector(vector)) return checkCalcVector(vector);
    if (isBlockVector(vector)) return checkBlockVector(vector);
    return await checkProblemVector(vector, runScript);
  } catch (error) {
    return { expected: vector.expected, got: `crashed: ${error instanceof Error ? error.stack : String(error)}` };
  }
}
