/** When a problem draws anew: at each reset (`always`, `onreset`), once a learner (`per_student`) or never. */
export type Rerandomize = 'always' | 'onreset' | 'per_student' | 'never';

/** What the author and the course set. Instants are milliseconds. */
export interface AttemptRules {
  /** null: no limit; 0: nothing can be submitted, only saved (a survey). */
  readonly max_attempts: number | null;
  readonly rerandomize: Rerandomize;
  readonly due: number | null;
  readonly grace_seconds: number;
  /** Least time between two submissions; null or 0 for none. */
  readonly submission_wait_seconds: number | null;
  readonly hasResetButton: boolean;
  readonly alwaysHasSaveButton: boolean;
}

/** Where a learner stands. */
export interface AttemptState {
  readonly attempts: number;
  /** Submitted, and not reset since. */
  readonly isDone: boolean;
  /** The score is full. */
  readonly isCorrect: boolean;
  readonly lastSubmission: number | null;
}

export type AttemptRefusal =
  | { readonly type: 'refused'; readonly because: 'closed' | 'reset-first' | 'not-done' }
  | {
      readonly type: 'refused';
      readonly because: 'too-soon';
      readonly wait_seconds: number;
      /** Whole seconds, cut. */
      readonly remaining_seconds: number;
    };

const refused = (because: 'closed' | 'reset-first' | 'not-done'): AttemptRefusal => ({ type: 'refused', because });

/** Strictly after the due date and its grace; never without one. */
export function isPastDue({ due, grace_seconds }: Pick<AttemptRules, 'due' | 'grace_seconds'>, now: number): boolean {
  return due !== null && now > due + grace_seconds * 1000;
}

/** No further submission: the attempts are used up, or it is past due. */
export function isClosed(rules: AttemptRules, { attempts }: AttemptState, now: number): boolean {
  return (rules.max_attempts !== null && attempts >= rules.max_attempts) || isPastDue(rules, now);
}

/** Whether a submission would be graded now; null when it would. A graded one adds one attempt, a refused one none. */
export function refusalToSubmit(rules: AttemptRules, state: AttemptState, now: number): AttemptRefusal | null {
  if (isClosed(rules, state, now)) return refused('closed');
  if (state.isDone && rules.rerandomize === 'always') return refused('reset-first');
  return waitNeeded(rules, state, now);
}

function waitNeeded(
  { submission_wait_seconds: wait }: AttemptRules,
  { lastSubmission }: AttemptState,
  now: number,
): AttemptRefusal | null {
  if (!wait || lastSubmission === null) return null;
  const remaining = wait - (now - lastSubmission) / 1000;
  if (remaining <= 0) return null;
  return { type: 'refused', because: 'too-soon', wait_seconds: wait, remaining_seconds: Math.floor(remaining) };
}

/** A reset clears answers, marks and done, and keeps the attempts; null when it may be done. */
export function refusalToReset(rules: AttemptRules, state: AttemptState, now: number): AttemptRefusal | null {
  if (isClosed(rules, state, now)) return refused('closed');
  return state.isDone ? null : refused('not-done');
}

/** Whether a reset draws a new seed. */
export function resetDrawsAnew({ rerandomize }: Pick<AttemptRules, 'rerandomize'>): boolean {
  return rerandomize === 'always' || rerandomize === 'onreset';
}

/** Saving keeps the answers ungraded; null when it may be done. */
export function refusalToSave(rules: AttemptRules, state: AttemptState, now: number): AttemptRefusal | null {
  if (isClosed(rules, state, now) && rules.max_attempts !== 0) return refused('closed');
  return state.isDone && rules.rerandomize === 'always' ? refused('reset-first') : null;
}

export interface ProblemButtons {
  readonly canSubmit: boolean;
  readonly hasReset: boolean;
  readonly hasSave: boolean;
}

/** Which buttons the learner gets. The wait between submissions does not disable the button: it refuses. */
export function problemButtons(rules: AttemptRules, state: AttemptState, now: number): ProblemButtons {
  const closed = isClosed(rules, state, now);
  const needsReset = state.isDone && rules.rerandomize === 'always';
  return {
    canSubmit: !closed && !needsReset,
    hasReset: hasReset(rules, state, closed),
    hasSave: hasSave(rules, closed, needsReset),
  };
}

function hasReset(rules: AttemptRules, state: AttemptState, closed: boolean): boolean {
  if (closed && rules.max_attempts !== 0) return false;
  if (resetDrawsAnew(rules) && state.isDone) return true;
  return !state.isCorrect && rules.hasResetButton;
}

function hasSave(rules: AttemptRules, closed: boolean, needsReset: boolean): boolean {
  if (rules.alwaysHasSaveButton) return !closed;
  if (rules.max_attempts === null && rules.rerandomize !== 'always') return false;
  return !(closed && rules.max_attempts !== 0) && !needsReset;
}
