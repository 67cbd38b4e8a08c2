import type { ImageAreas } from '../problems/index.ts';

/** A problem as its learner finds it now: what was answered, how it was marked, and what may be done next. */
export interface ProblemView {
  readonly blockId: string;
  readonly seed: number;
  /** What stands in the inputs: the last submission, or what was saved since. Input id -> value(s). */
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** Marks by input id; empty before the first submission, and while correctness is withheld. */
  readonly marks: Readonly<Record<string, ProblemMark>>;
  /**
   * Feedback for the answer as a whole, as the author's HTML, in order. The label is the author's and may be empty;
   * null where the page says 'Correct' or 'Incorrect' by `isRight`. `place`: the id of its place in the text.
   */
  readonly feedback: readonly ProblemFeedback[];
  /** Null before the first submission, while a part waits for its grader, and while the score is withheld. */
  readonly score: { readonly earned: number; readonly possible: number } | null;
  readonly possible: number;
  readonly attempts: { readonly used: number; readonly max: number | null };
  /** Why nothing can be submitted now; null when it can. */
  readonly closed: null | 'attempts-used' | 'past-due' | 'reset-first' | 'not-enrolled';
  readonly may: { readonly save: boolean; readonly reset: boolean; readonly showAnswer: boolean };
  readonly hints: { readonly count: number; readonly shown: readonly string[] };
  /** The right answers, once they were asked for: input id -> the author's HTML, and the solution. */
  readonly shownAnswers: null | {
    readonly answers: Readonly<Record<string, string>>;
    /** For inputs that are images. */
    readonly areas: Readonly<Record<string, ImageAreas>>;
    readonly solutions: readonly string[];
  };
  readonly due: Date | null;
  /** Set after a submission that could not be graded: what the learner should mend. Nothing was counted. */
  readonly refusal: string | null;
}

export interface ProblemFeedback {
  readonly label: string | null;
  readonly isRight: boolean;
  readonly html: string;
  readonly place?: string;
}

export interface ProblemMark {
  /** 'waiting' for a grader outside of the site. */
  readonly correctness: 'correct' | 'partially-correct' | 'incorrect' | 'waiting';
  /** The author's HTML; empty for none. */
  readonly message: string;
}
