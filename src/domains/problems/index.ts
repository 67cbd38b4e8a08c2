export { answersOf, type ShownAnswers } from './answers-of.ts';
export { type DemandHint, demandHint } from './demand-hint.ts';
export { drawProblem } from './draw-problem.ts';
export {
  commonCorrectness,
  type GradingOptions,
  gradeProblem,
  gradeWithScripts,
  needsScript,
} from './grade-problem.ts';
export { learnerCopy } from './learner-copy.ts';
export type * from './learner-problem.ts';
export type * from './problem.ts';
export { readProblem } from './read-problem.ts';
export { scriptJob } from './script-job.ts';
export type * from './script-runner.ts';
