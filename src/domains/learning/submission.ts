import { type Static, Type } from 'typebox';
import { answersSchema } from './block-state.ts';

/** What was handed in, and what grading said. Kept as it was, whatever becomes of the problem. */
export const submissionSchema = Type.Object(
  {
    seed: Type.Integer(),
    answers: answersSchema,
    correctness: Type.Record(Type.String(), Type.String()),
  },
  { additionalProperties: false },
);

export type Submitted = Static<typeof submissionSchema>;
