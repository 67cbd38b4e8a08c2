import type { Writing } from '../../kernel/database/index.ts';
import { type CourseVersion, getPublishedVersion, type VersionCache } from '../courses/index.ts';
import { countedScore, shownPoints } from '../problems/index.ts';
import type { ProblemState } from './block-state.ts';
import { lockState, updateState } from './block-state-store.ts';
import type { GraderVerdict } from './grading-request.ts';
import { deleteGradingRequest, selectGradingRequest, type WaitingAnswer } from './grading-request-store.ts';
import { type ProblemRules, problemRules } from './problem-rules.ts';
import { selectScores, updateSubmission } from './submission-store.ts';

/**
 * Takes in what a grader outside says of an answer: its submission gets the points, and the learner sees the mark as
 * long as that attempt is the one on the page. A second verdict on the same answer is refused.
 */
export async function acceptVerdict(
  w: Writing<'provide'>,
  versions: VersionCache,
  id: string,
  verdict: GraderVerdict,
): Promise<{ readonly type: 'accepted' } | { readonly type: 'refused'; readonly because: 'no-such-answer' }> {
  const request = await selectGradingRequest(w, id);
  if (!request) return { type: 'refused', because: 'no-such-answer' };
  const { key, attempt, asked } = request;
  // The lock of the learner's state comes first, as in submitting: verdicts take turns.
  const stored = await lockState(w, key);
  if (!(await deleteGradingRequest(w, id))) return { type: 'refused', because: 'no-such-answer' };
  const most = Object.values(asked.most).reduce((sum, points) => sum + points, 0);
  const correctness = correctnessOf(verdict.score);
  const inputs = Object.keys(asked.most);
  const possible = await updateSubmission(w, key, attempt, {
    earned: verdict.score * most,
    correctness: Object.fromEntries(inputs.map((input) => [input, correctness])),
  });
  const state = stored.problem;
  if (possible === null || !state) return { type: 'accepted' };
  const rules = rulesFor(await getPublishedVersion(w, versions, key.courseKey), request);
  const counted = countedScore(rules?.gradingMethod ?? 'last_score', await selectScores(w, key));
  const score = shownPoints({ earned: counted, possible }, rules?.weight ?? null);
  const isOnPage = state.isSubmitted && state.attempts === attempt;
  const marks = isOnPage ? markedBy(state, inputs, correctness, verdict.message) : state.marks;
  await updateState(w, key, { ...stored, problem: { ...state, marks, score } });
  return { type: 'accepted' };
}

type GraderCorrectness = 'correct' | 'partially-correct' | 'incorrect';

function correctnessOf(score: number): GraderCorrectness {
  if (score >= 1) return 'correct';
  return score > 0 ? 'partially-correct' : 'incorrect';
}

/** The message stands once, at the question's last input. */
function markedBy(
  state: ProblemState,
  inputs: readonly string[],
  correctness: GraderCorrectness,
  message: string,
): ProblemState['marks'] {
  const marks = inputs.map(
    (input) => [input, { correctness, message: input === inputs.at(-1) ? message : '' }] as const,
  );
  return { ...state.marks, ...Object.fromEntries(marks) };
}

/** Null where the block is no longer in the course. */
function rulesFor(version: CourseVersion | null, { key }: WaitingAnswer): ProblemRules | null {
  const block = version?.blocks.get(key.blockId);
  return version && block ? problemRules(version, block) : null;
}
