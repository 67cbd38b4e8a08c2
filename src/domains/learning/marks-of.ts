import type { Graded } from '../problems/index.ts';
import type { ProblemState } from './block-state.ts';
import { markOf } from './make-problem-view.ts';
import { markupOf } from './markup.ts';

/** Marks and feedback of a graded answer, as a problem remembers and shows them. */
export function marksOf(graded: Graded): Pick<ProblemState, 'marks' | 'feedback'> {
  const marks = Object.entries(graded.inputs).map(([id, { correctness, message }]) => {
    return [id, { correctness: markOf(correctness), message }] as const;
  });
  const feedback = graded.feedback.map(({ label, isRight, texts }) => ({ label, isRight, html: texts.join('<br>') }));
  const overall = Object.values(graded.overallMessages).map((html) => ({ label: '', isRight: false, html }));
  const targeted = graded.targetedFeedback.map(({ id, correctness, body }) => {
    return { place: id, label: null, isRight: correctness === 'correct', html: markupOf(body) };
  });
  return { marks: Object.fromEntries(marks), feedback: [...feedback, ...overall, ...targeted] };
}
