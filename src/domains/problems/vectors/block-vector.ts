import {
  type AttemptRefusal,
  type AttemptRules,
  type AttemptState,
  isClosed,
  problemButtons,
  refusalToReset,
  refusalToSave,
  refusalToSubmit,
  resetDrawsAnew,
} from '../attempts.ts';
import { demandHint } from '../demand-hint.ts';
import { drawProblem } from '../draw-problem.ts';
import { commonCorrectness } from '../grade-problem.ts';
import type { Correctness } from '../grading.ts';
import { countedScore, type GradingMethod, shownPoints, weighted } from '../points.ts';
import { readProblem } from '../read-problem.ts';
import { problemSeed, readRerandomize } from '../seed.ts';
import { maySeeAnswer } from '../show-answer.ts';
import { durationText } from './duration.ts';
import { markup } from './plain-page.ts';
import type { VectorResult } from './vector-result.ts';

type Fields = Readonly<Record<string, unknown>>;
type Got = Readonly<Record<string, unknown>>;

/** "Now" of every block vector; dates in them are relative to it. */
const now = 1_000_000_000_000;

export function isBlockVector(vector: Record<string, unknown>): boolean {
  return 'input' in vector;
}

/** The rules around grading: attempts, seeds, weights, answers shown. (Section 4.) */
export function checkBlockVector(vector: Record<string, unknown>): VectorResult {
  const expected = vector.expected as Fields;
  const got = outcome(vector.input as Fields, vector.problem);
  const wrong = Object.entries(expected).filter(([key, value]) => !agrees(key, value, got));
  return wrong.length === 0 ? null : { expected: Object.fromEntries(wrong), got };
}

function agrees(key: string, expected: unknown, got: Got): boolean {
  switch (key) {
    case 'messageContains':
      return String(got.message).includes(String(expected));
    case 'seedMin':
      return Number(got.seed) >= Number(expected);
    case 'seedMax':
      return Number(got.seed) <= Number(expected);
    default:
      return typeof expected === 'number'
        ? Math.abs(expected - Number(got[key])) <= 1e-9
        : JSON.stringify(expected) === JSON.stringify(got[key]);
  }
}

function outcome(input: Fields, problem: unknown): Got {
  if (typeof problem === 'string') return hintOutcome(problem, input.hintIndex as number | null);
  if ('showanswer' in input) return { maySee: maySeeAnswer(answerQuestion(input)) };
  if ('gradingMethod' in input) {
    return { score: countedScore(input.gradingMethod as GradingMethod, input.history as number[]), max: input.max };
  }
  if ('correctness' in input) return { type: commonCorrectness(input.correctness as Correctness[]) };
  if ('rawScore' in input) return weightOutcome(input);
  if ('stored' in input) return { rerandomize: readRerandomize(String(input.stored)) };
  if ('seconds' in input) return { text: durationText(Number(input.seconds)) };
  if ('action' in input) return actionOutcome(input);
  if ('submission_wait_seconds' in input) return submitOutcome(input);
  if ('attempts' in input) return buttonsOutcome(input);
  return {
    seed: problemSeed(readRerandomize(String(input.rerandomize)), String(input.user_id), String(input.usage_key), 0.5),
  };
}

function hintOutcome(source: string, index: number | null): Got {
  const read = readProblem(source);
  const problem = read.type === 'source' ? drawProblem(read, 1) : read;
  if (problem.type === 'broken') return { error: problem.because };
  const count = problem.hints.length;
  if (index === null) return { count, available: count > 0, shouldEnable: count > 0 };
  const hint = demandHint(problem, index);
  return {
    count,
    hintIndex: hint?.index,
    shown: hint?.shown.map((nodes) => markup(nodes).replace(/^<div>(.*)<\/div>$/s, '$1')),
    headings: hint?.shown.map((_, at) => `Hint (${at + 1} of ${count}): `),
    shouldEnableNext: hint?.hasNext,
  };
}

function rulesOf(input: Fields): AttemptRules {
  const due = input.due_in_minutes as number | null | undefined;
  return {
    max_attempts: (input.max_attempts as number | null | undefined) ?? null,
    rerandomize: readRerandomize(String(input.rerandomize ?? 'never')),
    due: due === null || due === undefined ? null : now + due * 60_000,
    grace_seconds: Number(input.graceperiod_minutes ?? 0) * 60,
    submission_wait_seconds: (input.submission_wait_seconds as number | null | undefined) ?? null,
    hasResetButton: input.show_reset_button === true,
    alwaysHasSaveButton: input.force_save_button === true,
  };
}

function stateOf(input: Fields): AttemptState {
  const since = input.seconds_since_last_submission as number | null | undefined;
  return {
    attempts: Number(input.attempts ?? 0),
    isDone: input.done === true,
    isCorrect: input.correct === true,
    lastSubmission: since === null || since === undefined ? null : now - since * 1000,
  };
}

function answerQuestion(input: Fields) {
  return {
    showanswer: String(input.showanswer ?? ''),
    showCorrectness: String(input.show_correctness),
    state: stateOf(input),
    max_attempts: input.max_attempts as number | null,
    attemptsBefore: Number(input.attempts_before_showanswer_button ?? 0),
    hasDueDate: input.due !== 'none',
    isPastDue: input.past_due === true,
    isClosed: input.closed === true,
    isStaff: input.is_staff === true,
  };
}

function weightOutcome(input: Fields): Got {
  const raw = { earned: Number(input.rawScore), possible: Number(input.rawMax) };
  const weight = input.weight as number | null;
  const shown = shownPoints(raw, weight);
  return { ...weighted(raw, weight), shownEarned: shown.earned, shownPossible: shown.possible };
}

function buttonsOutcome(input: Fields): Got {
  const [rules, state] = [rulesOf(input), stateOf(input)];
  const buttons = problemButtons(rules, state, now);
  return {
    closed: isClosed(rules, state, now),
    submitEnabled: buttons.canSubmit,
    resetShown: buttons.hasReset,
    saveShown: buttons.hasSave,
  };
}

function submitOutcome(input: Fields): Got {
  const refusal = refusalToSubmit(rulesOf(input), stateOf(input), now);
  return { accepted: refusal === null, message: refusal ? messageOf(refusal) : '' };
}

function actionOutcome(input: Fields): Got {
  const [rules, state] = [rulesOf(input), stateOf(input)];
  const refusals = { submit: refusalToSubmit, reset: refusalToReset, save: refusalToSave };
  const action = input.action as keyof typeof refusals;
  const refusal = refusals[action](rules, state, now);
  const accepted = refusal === null;
  // A submission that is refused for its input, or by a script, counts no attempt and sets nothing.
  const isGraded = action === 'submit' && accepted && !('error' in input);
  return {
    accepted,
    attemptsAfter: state.attempts + (isGraded ? 1 : 0),
    doneAfter: action === 'reset' && accepted ? false : state.isDone || isGraded,
    newSeed: action === 'reset' && accepted && resetDrawsAnew(rules),
    message: refusal ? messageOf(refusal) : savedMessage,
  };
}

const savedMessage = "Your answers have been saved but not graded. Click 'Submit' to grade them.";

function messageOf(refusal: AttemptRefusal): string {
  switch (refusal.because) {
    case 'closed':
      return 'Problem is closed.';
    case 'reset-first':
      return 'Problem must be reset before it can be submitted again.';
    case 'not-done':
      return 'You must submit an answer before you can select Reset.';
    case 'too-soon':
      return `You must wait at least ${durationText(refusal.wait_seconds)} between submissions. ${durationText(refusal.remaining_seconds)} remaining.`;
  }
}
