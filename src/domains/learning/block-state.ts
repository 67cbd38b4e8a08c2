import { type Static, Type } from 'typebox';

/** An answer as its input sent it: a text, the names of ticked boxes, or texts by name. */
const answerSchema = Type.Union([Type.String(), Type.Array(Type.String()), Type.Record(Type.String(), Type.String())]);

/** By input id, such as `2_1`. */
export const answersSchema = Type.Record(Type.String(), answerSchema);

const markSchema = Type.Object(
  {
    correctness: Type.Enum(['correct', 'partially-correct', 'incorrect', 'waiting']),
    message: Type.String(),
  },
  { additionalProperties: false },
);

const feedbackSchema = Type.Object(
  {
    label: Type.Union([Type.String(), Type.Null()]),
    html: Type.String(),
    isRight: Type.Boolean(),
    /** The place in the problem's text where it stands; without one it stands below the questions. */
    place: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
);

const scoreSchema = Type.Object({ earned: Type.Number(), possible: Type.Number() }, { additionalProperties: false });

/** What a problem remembers of one learner. */
const problemSchema = Type.Object(
  {
    seed: Type.Integer(),
    attempts: Type.Integer(),
    answers: answersSchema,
    isSubmitted: Type.Boolean(),
    marks: Type.Record(Type.String(), markSchema),
    feedback: Type.Array(feedbackSchema),
    score: Type.Union([scoreSchema, Type.Null()]),
    submittedAt: Type.Union([Type.String(), Type.Null()]),
    hintsShown: Type.Integer(),
    isAnswerShown: Type.Boolean(),
    refusal: Type.Union([Type.String(), Type.Null()]),
  },
  { additionalProperties: false },
);

export const blockStateSchema = Type.Object(
  {
    problem: Type.Optional(problemSchema),
    video: Type.Optional(Type.Object({ position_seconds: Type.Number() }, { additionalProperties: false })),
  },
  { additionalProperties: false },
);

export type BlockState = Static<typeof blockStateSchema>;
export type ProblemState = Readonly<Static<typeof problemSchema>>;
export type StoredAnswers = Static<typeof answersSchema>;

/** A problem that its learner has not touched. */
export function freshState(seed: number): ProblemState {
  return {
    seed,
    attempts: 0,
    answers: {},
    isSubmitted: false,
    marks: {},
    feedback: [],
    score: null,
    submittedAt: null,
    hintsShown: 0,
    isAnswerShown: false,
    refusal: null,
  };
}

export function isCorrect(state: ProblemState): boolean {
  return (
    state.isSubmitted && state.score !== null && state.score.possible > 0 && state.score.earned >= state.score.possible
  );
}
