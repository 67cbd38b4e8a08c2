import type { ProblemSource } from './problem.ts';
import type { ScriptJob } from './script-runner.ts';

/**
 * The run that gives a problem's variables for a seed, or null where there is no script. `anonymousStudentId` is what
 * some scripts draw from; a source that names it must not share results between learners.
 */
export function scriptJob(source: ProblemSource, seed: number, anonymousStudentId = ''): ScriptJob | null {
  if (source.script === '') return null;
  return {
    code: source.script,
    seed,
    globals: { seed, anonymous_student_id: anonymousStudentId },
    wanted: null,
  };
}
