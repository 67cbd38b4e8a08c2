import type { XmlElement } from '../../kernel/xml/index.ts';
import type { LearnerNode } from './learner-problem.ts';
import type { FaultKind } from './problem-error.ts';
import type { Response } from './responses/response.ts';
import type { FeedbackSet } from './targeted-feedback.ts';

/** A problem as its author wrote it, read once; draw it for each seed. */
export interface ProblemSource {
  readonly type: 'source';
  readonly root: XmlElement;
  /** The author's Python, all scripts joined; empty when there is none. Run it before drawing ({@link scriptJob}). */
  readonly script: string;
}

/** A problem that cannot be shown, with the reason for its author. */
export interface BrokenProblem {
  readonly type: 'broken';
  readonly kind: FaultKind;
  readonly because: string;
  /** Line in the source, from 1, where it is known. */
  readonly line?: number;
}

/** A problem drawn for a seed. It knows the answers: only {@link learnerCopy} of it may leave the server. */
export interface Problem {
  readonly type: 'problem';
  readonly seed: number;
  readonly script: string;
  readonly responses: readonly Response[];
  /** Already without answers; see {@link LearnerNode}. */
  readonly body: readonly LearnerNode[];
  readonly solutions: readonly Solution[];
  readonly hints: readonly (readonly LearnerNode[])[];
  readonly feedbackSets: readonly FeedbackSet[];
}

export interface Solution {
  readonly id: string;
  readonly body: readonly LearnerNode[];
}
