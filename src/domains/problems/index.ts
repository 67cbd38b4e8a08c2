export { answersOf, type ShownAnswers } from './answers-of.ts';
export {
  type AttemptRefusal,
  type AttemptRules,
  type AttemptState,
  isClosed,
  isPastDue,
  type ProblemButtons,
  problemButtons,
  type Rerandomize,
  refusalToReset,
  refusalToSave,
  refusalToSubmit,
  resetDrawsAnew,
} from './attempts.ts';
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
export { countedScore, type GradingMethod, type Points, shownPoints, weighted } from './points.ts';
export type * from './problem.ts';
export { readProblem } from './read-problem.ts';
export { scriptJob } from './script-job.ts';
export type * from './script-runner.ts';
export { problemSeed, readRerandomize } from './seed.ts';
export { maySeeAnswer, maySeeCorrectness, type ShowAnswerQuestion } from './show-answer.ts';
export { runVectors, type VectorDifference, type VectorReport } from './vectors.ts';
