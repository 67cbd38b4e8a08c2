import type { Writing } from '../../kernel/database/index.ts';
import {
  type Answers,
  countedScore,
  type Graded,
  type Grading,
  gradeProblem,
  needsScript,
  outsideQuestions,
  refusalToSubmit,
  shownPoints,
} from '../problems/index.ts';
import type { BlockState, ProblemState } from './block-state.ts';
import { lockState, updateState } from './block-state-store.ts';
import type { BlockReader } from './enter-course.ts';
import { givenAnswers } from './given-answers.ts';
import { askedOf } from './grading-request.ts';
import { insertGradingRequest } from './grading-request-store.ts';
import type { ScriptVerdict } from './judge-by-script.ts';
import { completeBlock } from './mark-complete.ts';
import { marksOf } from './marks-of.ts';
import { keyOf, openProblem, type ProblemRefusal } from './problem-place.ts';
import { attemptState, type ProblemRules } from './problem-rules.ts';
import { insertSubmission, selectScores } from './submission-store.ts';
import type { LearningTools } from './tools.ts';

/** A graded submission: raw points of this very attempt. */
export interface Answered {
  readonly type: 'answered';
  readonly attempt: number;
  readonly score: number;
  readonly most: number;
}

/**
 * Hands in answers and grades them. Submissions of one person to one problem take turns: each counts once, and none
 * beyond `max_attempts`. Answers that can't be read are kept in the form with what to mend, and count as no attempt.
 * Where the author's Python judges, its verdict comes along; it must be on this very variant and attempt.
 */
export async function submitAnswer(
  w: Writing<'provide'>,
  tools: LearningTools,
  at: BlockReader,
  answers: Answers,
  verdict: ScriptVerdict | null = null,
): Promise<Answered | ProblemRefusal> {
  const key = keyOf(at);
  const stored = await lockState(w, key);
  const open = await openProblem(w, tools, at, stored);
  if (open.type === 'refused') return open;
  const { problem, rules, state } = open;
  const refusal = refusalToSubmit(rules, attemptState(state), w.now().getTime());
  if (refusal) return refusal;

  const outside = outsideQuestions(problem);
  if (outside.length > 0 && !tools.hasGraders) return { type: 'refused', because: 'no-grader' };

  const given = givenAnswers(problem, answers);
  const attempt = state.attempts + 1;
  const grading = needsScript(problem) ? gradingOf(verdict, state) : gradeProblem(problem, given, { attempt });
  if (!grading) return { type: 'refused', because: 'overtaken' };
  if (grading.type === 'refused') {
    // What stopped the script is for the course's team; the learner's answer was not at fault.
    if (verdict?.isStopped && !at.isStaff) return { type: 'refused', because: 'script-stopped' };
    await put(w, at, stored, { ...state, answers: given, marks: {}, feedback: [], refusal: grading.message });
    return { type: 'refused', because: 'unreadable', message: grading.message };
  }
  const earlier = rules.gradingMethod === 'last_score' ? [] : await selectScores(w, key);
  await insertSubmission(w, key, {
    attempt,
    submitted: { seed: state.seed, answers: given, correctness: correctnessOf(grading) },
    earned: grading.score,
    possible: grading.max,
  });
  for (const question of outside) {
    const asked = askedOf(question, state.seed, given);
    await insertGradingRequest(w, key, { attempt, queue: question.queue, asked });
  }
  const counted = countedScore(rules.gradingMethod, [...earlier, grading.score]);
  await put(w, at, stored, {
    ...state,
    attempts: attempt,
    answers: given,
    isSubmitted: true,
    ...marksOf(grading),
    score: pointsOf(counted, grading.max, rules),
    submittedAt: w.now().toISOString(),
    isAnswerShown: false,
    refusal: null,
  });
  await completeBlock(w, at);
  return { type: 'answered', attempt, score: grading.score, most: grading.max };
}

/** Null when it is about another variant or attempt: the learner did something else meanwhile. */
function gradingOf(verdict: ScriptVerdict | null, state: ProblemState): Grading | null {
  const isCurrent = verdict?.seed === state.seed && verdict.attempt === state.attempts + 1;
  return isCurrent ? verdict.grading : null;
}

function put(w: Writing<'provide'>, at: BlockReader, stored: BlockState, problem: ProblemState): Promise<void> {
  return updateState(w, keyOf(at), { ...stored, problem });
}

function correctnessOf(graded: Graded): Record<string, string> {
  return Object.fromEntries(Object.entries(graded.inputs).map(([id, { correctness }]) => [id, correctness]));
}

function pointsOf(earned: number, possible: number, rules: ProblemRules) {
  return shownPoints({ earned, possible }, rules.weight);
}
