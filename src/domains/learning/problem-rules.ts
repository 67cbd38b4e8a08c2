import type { Block, CourseVersion } from '../courses/index.ts';
import {
  type AttemptRules,
  type AttemptState,
  type GradingMethod,
  isClosed,
  isPastDue,
  maySeeAnswer,
  maySeeCorrectness,
  readRerandomize,
} from '../problems/index.ts';
import { isCorrect, type ProblemState } from './block-state.ts';
import { durationOf } from './duration.ts';
import { isPlacing } from './problem-source.ts';

/** What the author and the course set for a problem, decoded. */
export interface ProblemRules extends AttemptRules {
  readonly showanswer: string;
  readonly showCorrectness: string;
  readonly attemptsBefore: number;
  readonly weight: number | null;
  readonly gradingMethod: GradingMethod;
}

/** The rules that hold for a problem where it stands. The end of the course stands in for a due date. */
export function problemRules(version: CourseVersion, block: Block): ProblemRules {
  const { effective, settings } = block;
  const due = effective.due ?? version.info.end;
  // Marks stay hidden under both; the second only lets the grade be seen.
  const showCorrectness = effective.show_correctness.replace('never_but_include_grade', 'never');
  return {
    max_attempts: effective.max_attempts,
    rerandomize: readRerandomize(effective.rerandomize),
    due: due === null ? null : Date.parse(due),
    grace_seconds: durationOf(effective.graceperiod) ?? 0,
    submission_wait_seconds: numberOf(settings.submission_wait_seconds),
    hasResetButton: effective.show_reset_button,
    alwaysHasSaveButton: settings.force_save_button === true,
    showanswer: effective.showanswer,
    showCorrectness,
    attemptsBefore: numberOf(settings.attempts_before_showanswer_button) ?? 0,
    weight: numberOf(settings.weight) ?? (isPlacing(block) ? 1 : null),
    gradingMethod: methodOf(settings.grading_method),
  };
}

function numberOf(value: unknown): number | null {
  if (value === null || value === undefined || value === '') return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

const methods: readonly string[] = ['last_score', 'first_score', 'highest_score', 'average_score'];

function methodOf(value: unknown): GradingMethod {
  return typeof value === 'string' && methods.includes(value) ? (value as GradingMethod) : 'last_score';
}

/** Where a learner stands, as the rules ask for it. */
export function attemptState(state: ProblemState): AttemptState {
  return {
    attempts: state.attempts,
    isDone: state.isSubmitted,
    isCorrect: isCorrect(state),
    lastSubmission: state.submittedAt === null ? null : Date.parse(state.submittedAt),
  };
}

/** What a learner may see of marks and answers now. */
export function sightOf(rules: ProblemRules, state: ProblemState, isStaff: boolean, now: Date) {
  const standing = attemptState(state);
  const question = {
    showanswer: rules.showanswer,
    showCorrectness: rules.showCorrectness,
    state: standing,
    max_attempts: rules.max_attempts,
    attemptsBefore: rules.attemptsBefore,
    hasDueDate: rules.due !== null,
    isPastDue: isPastDue(rules, now.getTime()),
    isClosed: isClosed(rules, standing, now.getTime()),
    isStaff,
  };
  return { marks: maySeeCorrectness(question), answer: maySeeAnswer(question) };
}
