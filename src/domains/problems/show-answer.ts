import type { AttemptState } from './attempts.ts';

/** All that decides whether the answer may be shown. */
export interface ShowAnswerQuestion {
  /** The author's setting; an unknown one shows nothing. */
  readonly showanswer: string;
  /** `always`, `never` or `past_due`. */
  readonly showCorrectness: string;
  readonly state: AttemptState;
  readonly max_attempts: number | null;
  readonly attemptsBefore: number;
  readonly hasDueDate: boolean;
  readonly isPastDue: boolean;
  readonly isClosed: boolean;
  readonly isStaff: boolean;
}

/** Whether marks may be shown at all. (Rule 4.1.1.) */
export function maySeeCorrectness(
  question: Pick<ShowAnswerQuestion, 'showCorrectness' | 'hasDueDate' | 'isPastDue' | 'isStaff'>,
): boolean {
  if (question.showCorrectness === 'never') return false;
  if (question.isStaff || question.showCorrectness !== 'past_due') return true;
  return !question.hasDueDate || question.isPastDue;
}

/** Whether 'Show answer' is offered and obeyed. (Rules 4.1.) */
export function maySeeAnswer(question: ShowAnswerQuestion): boolean {
  if (!maySeeCorrectness(question)) return false;
  if (question.showanswer === '' || question.showanswer === 'never') return false;
  return question.isStaff || allows(question);
}

function allows(question: ShowAnswerQuestion): boolean {
  const { state, isPastDue, isClosed, max_attempts } = question;
  const isUsedUp = max_attempts !== null && state.attempts >= max_attempts;
  switch (question.showanswer) {
    case 'always':
      return true;
    case 'answered':
      return state.isCorrect;
    case 'attempted':
      return state.attempts > 0 || isPastDue;
    case 'attempted_no_past_due':
      return state.attempts > 0;
    case 'closed':
      return isClosed;
    case 'finished':
      return isClosed || state.isCorrect;
    case 'correct_or_past_due':
      return state.isCorrect || isPastDue;
    case 'past_due':
      return isPastDue;
    case 'after_attempts':
      return (
        state.attempts >= (max_attempts ? Math.min(question.attemptsBefore, max_attempts) : question.attemptsBefore)
      );
    case 'after_all_attempts':
      return isUsedUp;
    case 'after_all_attempts_or_correct':
      return isUsedUp || state.isCorrect;
    default:
      return false;
  }
}
