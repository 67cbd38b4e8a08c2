import type { XmlElement } from '../../kernel/xml/index.ts';
import type { LearnerNode } from './learner-problem.ts';
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
  /** Where the fault is: in how the problem is written, in the staff's answer, or in the Python that failed. */
  readonly kind: 'problem' | 'answer' | 'script';
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

/** What was sent for one input: text; names of ticked boxes; an object of names and texts for `choicetext`. */
export type Answer = string | readonly string[] | Readonly<Record<string, string>>;

/** By input id. An input without an entry was not sent. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

export type Correctness = 'correct' | 'partially-correct' | 'incorrect' | 'incomplete';

/** One input after grading. `message` is author's markup: the page sanitises it. */
export interface InputGrade {
  readonly correctness: Correctness;
  readonly points: number;
  readonly max: number;
  readonly message: string;
}

/** What an author says to the given answer; `texts` are author's markup. */
export interface Feedback {
  readonly questionId: string;
  readonly inputId: string;
  /** The author's heading, which may be empty; null where the page says 'Correct' or 'Incorrect' by `isRight`. */
  readonly label: string | null;
  readonly isRight: boolean;
  readonly texts: readonly string[];
}

/** Feedback to the picked choice, for the empty place of the same id in the body. */
export interface TargetedFeedback {
  readonly id: string;
  readonly correctness: Correctness;
  readonly body: readonly LearnerNode[];
}

export interface Graded {
  readonly type: 'graded';
  readonly score: number;
  readonly max: number;
  /** The common mark of all inputs; partially-correct where they differ; null without inputs. */
  readonly correctness: Correctness | null;
  readonly inputs: Readonly<Record<string, InputGrade>>;
  /** By question id: a message for a response as a whole, author's markup. */
  readonly overallMessages: Readonly<Record<string, string>>;
  readonly feedback: readonly Feedback[];
  readonly targetedFeedback: readonly TargetedFeedback[];
}

/** Why nothing was graded; no attempt counts. */
export type RefusalReason =
  /** The learner's text, or the staff's answer, cannot be read; `message` is for the learner. */
  | 'input'
  /** An author's script failed. */
  | 'script'
  /** The problem is written wrongly. */
  | 'problem'
  /** What was sent does not belong to this problem. */
  | 'internal'
  /** The problem's own Python must judge: use `gradeWithScripts`. */
  | 'needs-script'
  /** A grader outside of this site must judge. */
  | 'needs-outside-grader';

export interface GradingRefused {
  readonly type: 'refused';
  readonly because: RefusalReason;
  readonly message: string;
}

export type Grading = Graded | GradingRefused;

/** An input's right answer as shown after 'Show answer': markup; names of choices; or the areas of an image. */
export type ShownAnswer =
  | string
  | readonly string[]
  | { readonly rectangle: string | null; readonly regions: string | null };
