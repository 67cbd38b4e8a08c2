import type { RefusalReason } from './grading.ts';

/** Where a fault is: in how the problem is written, in the staff's answer, or in the Python that failed. */
export type FaultKind = 'problem' | 'answer' | 'script';

/** The author wrote a problem that cannot be read. Caught at the door and returned as a broken problem. */
export class ProblemError extends Error {
  readonly line: number | undefined;
  readonly kind: FaultKind;

  constructor(message: string, line?: number, kind: FaultKind = 'problem') {
    super(message);
    this.name = 'ProblemError';
    this.line = line && line > 0 ? line : undefined;
    this.kind = kind;
  }
}

/** A submission that cannot be graded. Caught at the door and returned as a refusal. */
export class Refusal extends Error {
  readonly because: RefusalReason;

  constructor(because: RefusalReason, message: string) {
    super(message);
    this.name = 'Refusal';
    this.because = because;
  }
}
