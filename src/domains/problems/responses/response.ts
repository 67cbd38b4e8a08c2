import type { XmlElement } from '../../../kernel/xml/index.ts';
import type { Answer, Correctness, Feedback, ShownAnswer } from '../grading.ts';
import type { ScriptJob, ScriptOutcome } from '../script-runner.ts';
import type { Substitute } from '../substitute.ts';

/** An input of a response: its id and the points that it can earn. */
export interface ResponseInput {
  readonly id: string;
  readonly element: XmlElement;
  readonly max: number;
}

/** A response of the drawn problem: what grades it and what it would show. */
export interface Response extends Grader {
  readonly id: string;
  readonly element: XmlElement;
  readonly inputs: readonly ResponseInput[];
}

/** What a kind of response gets to work with. Attributes are read through `attribute`, which puts variables in. */
export interface ResponseSource {
  readonly id: string;
  readonly element: XmlElement;
  readonly inputs: readonly ResponseInput[];
  readonly seed: number;
  /** The author's Python, joined, for responses that run it. */
  readonly script: string;
  readonly substitute: Substitute;
}

/** The verdict on one input. Without `points`, correct and partially-correct count 1, whatever the maximum. */
export interface Mark {
  readonly correctness: Correctness;
  readonly points?: number;
  readonly message?: string;
}

export interface Marks {
  readonly type: 'marks';
  /** By input id. */
  readonly inputs: Readonly<Record<string, Mark>>;
  readonly overallMessage?: string;
}

/** A verdict that the author's Python must give: run the job, then read what it left. */
export interface Pending {
  readonly type: 'pending';
  readonly job: ScriptJob;
  readonly read: (outcome: ScriptOutcome) => Marks;
}

export interface Submission {
  /** By input id, only of this response. */
  readonly answers: Readonly<Record<string, Answer | undefined>>;
  /** All answers of the problem; some scripts ask for them. */
  readonly all: Readonly<Record<string, Answer | undefined>>;
  readonly attempt: number;
}

/** What a grader outside of the site is told about its question. */
export interface OutsideTask {
  /** Which graders it is for: coderesponse's `queuename`, else the element's name. */
  readonly queue: string;
  /** The author's `grader_payload`, or the question's own XML where there is none. */
  readonly payload: string;
}

export interface Grader {
  /** The author's Python judges: `grade` gives a pending verdict. */
  readonly isJudgedByScript?: boolean;
  /** A grader outside judges: `grade` says 'incomplete'. */
  readonly outside?: OutsideTask;
  /** @throws Refusal where nothing can be said about this answer */
  readonly grade: (submission: Submission) => Marks | Pending;
  /** By input id. */
  readonly shown: () => Readonly<Record<string, ShownAnswer>>;
  readonly feedback?: (submission: Submission, marks: Marks) => readonly Feedback[];
  /** Feedback that the author's Python gives (`hintfn`). */
  readonly feedbackByScript?: (submission: Submission, marks: Marks) => PendingFeedback;
}

export interface PendingFeedback {
  readonly job: ScriptJob;
  /** @throws Refusal where the script failed */
  readonly read: (outcome: ScriptOutcome) => readonly Feedback[];
}

/** How one response type is read. @throws ProblemError */
export interface ResponseKind {
  readonly inputs: readonly string[];
  readonly inputs_max?: number;
  readonly required?: readonly string[];
  /** The condition of an old hintgroup that this kind knows, and its test of a trimmed text. */
  readonly hint?: {
    readonly element: string;
    readonly matcher: (source: ResponseSource, hint: XmlElement) => (text: string) => boolean;
  };
  readonly compile: (source: ResponseSource) => Grader;
}

/** The attribute with variables put in, or null where it is not written. */
export function attribute(source: ResponseSource, element: XmlElement, name: string): string | null {
  const value = element.attributes[name];
  return value === undefined ? null : source.substitute(value);
}

export function onlyInput(source: ResponseSource): ResponseInput {
  return source.inputs[0]!;
}

/** The same mark for the response's only input. */
export function markOne(source: ResponseSource, mark: Mark): Marks {
  return { type: 'marks', inputs: { [onlyInput(source).id]: mark } };
}

export const correct: Mark = { correctness: 'correct' };
export const incorrect: Mark = { correctness: 'incorrect' };

/** A text counts as a list of one; repeats count once; nothing sent is the empty set. */
export function pickedNames(answer: Answer | undefined): ReadonlySet<string> {
  if (answer === undefined) return new Set();
  if (typeof answer === 'string') return new Set([answer]);
  return Array.isArray(answer) ? new Set(answer.map(String)) : new Set();
}

/** The text that was sent; null when nothing was. A list of one counts as its text. */
export function textOf(answer: Answer | undefined): string | null {
  if (typeof answer === 'string') return answer;
  return Array.isArray(answer) && typeof answer[0] === 'string' ? answer[0] : null;
}
