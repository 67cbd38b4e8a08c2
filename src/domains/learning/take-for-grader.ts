import type { Writing } from '../../kernel/database/index.ts';
import type { GraderTask } from './grading-request.ts';
import { takeGradingRequest } from './grading-request-store.ts';

/** What a grader took and did not answer by then goes to the next one who asks. */
const patience_ms = 10 * 60_000;

/** The answer of a queue that has waited longest, for a grader outside of the site; null when none waits. */
export function takeForGrader(w: Writing<'provide'>, queue: string): Promise<GraderTask | null> {
  return takeGradingRequest(w, queue, new Date(w.now().getTime() - patience_ms));
}
