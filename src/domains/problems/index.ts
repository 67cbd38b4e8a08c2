export { answersOf } from './answers-of.ts';
export {
  type AttemptRules,
  type AttemptState,
  isClosed,
  isPastDue,
  problemButtons,
  refusalToReset,
  refusalToSave,
  refusalToSubmit,
  resetDrawsAnew,
} from './attempts.ts';
export { demandHint } from './demand-hint.ts';
export { drawProblem } from './draw-problem.ts';
export {
  gradeProblem,
  gradeWithScripts,
  needsScript,
} from './grade-problem.ts';
export type { Answer, Answers, Correctness, Graded, Grading, ShownAnswer } from './grading.ts';
export { learnerCopy } from './learner-copy.ts';
export type {
  AnnotationInput,
  AppletInput,
  BoxInput,
  ChoicesInput,
  ChoiceTextInput,
  DragInput,
  ImageInput,
  InputNode,
  LearnerChoice,
  LearnerNode,
  LearnerProblem,
  OptionInput,
  QuestionNode,
  TextInput,
} from './learner-problem.ts';
export { longestMarkdown_chars, markdownFromProblem, problemFromMarkdown } from './markdown/index.ts';
export { type OutsideQuestion, outsideQuestions } from './outside-questions.ts';
export { countedScore, type GradingMethod, shownPoints } from './points.ts';
export { previewTex } from './preview.ts';
export type { BrokenProblem, Problem, ProblemSource } from './problem.ts';
export { problemSchema, type SchemaElement } from './problem-schema.ts';
export { readPlacing } from './read-placing.ts';
export { readProblem } from './read-problem.ts';
export { type ImageAreas, imageAreas } from './responses/image-areas.ts';
export { scriptJob } from './script-job.ts';
export type { Json, ScriptJob, ScriptOutcome, ScriptRunner } from './script-runner.ts';
export { problemSeed, readRerandomize } from './seed.ts';
export { maySeeAnswer, maySeeCorrectness } from './show-answer.ts';
export { statedAnswers } from './stated-answers.ts';
export { runVectors, type VectorReport } from './vectors.ts';
