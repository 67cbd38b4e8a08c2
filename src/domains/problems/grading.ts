import type { LearnerNode } from './learner-problem.ts';

/** What was sent for one input: text; names of ticked boxes; an object of names and texts for `choicetext`. */
export type Answer = string | readonly string[] | Readonly<Record<string, string>>;

/** By input id. An input without an entry was not sent. */
export type Answers = Readonly<Record<string, Answer | undefined>>;

/** The verdict on an input; 'incomplete' where a grader outside must give it (see `outsideQuestions`). */
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

/** A graded submission. Points are raw: the problem's weight is not in them. */
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
  | 'needs-script';

export interface GradingRefused {
  readonly type: 'refused';
  readonly because: RefusalReason;
  readonly message: string;
}

/** What becomes of a submission: graded, or refused without counting an attempt. */
export type Grading = Graded | GradingRefused;

/** An input's right answer as shown after 'Show answer': markup; names of choices; or the areas of an image. */
export type ShownAnswer =
  | string
  | readonly string[]
  | { readonly rectangle: string | null; readonly regions: string | null };
