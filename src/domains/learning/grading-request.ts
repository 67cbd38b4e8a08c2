import { type Static, Type } from 'typebox';
import type { OutsideQuestion } from '../problems/index.ts';
import { answersSchema, type StoredAnswers } from './block-state.ts';

/** A question of a submission that a grader outside judges, and what was answered to it. */
export const askedSchema = Type.Object(
  {
    question: Type.String(),
    seed: Type.Integer(),
    payload: Type.String(),
    answers: answersSchema,
    /** Points that each input can earn. */
    most: Type.Record(Type.String(), Type.Number()),
  },
  { additionalProperties: false },
);

export type Asked = Static<typeof askedSchema>;

/** What a grader outside gets: nothing in it says whose answer it is. */
export interface GraderTask {
  readonly id: string;
  readonly queue: string;
  readonly courseKey: string;
  readonly blockId: string;
  readonly attempt: number;
  /** The author's words to the grader. */
  readonly payload: string;
  readonly seed: number;
  /** By input id. */
  readonly answers: StoredAnswers;
  readonly askedAt: Date;
}

/** What a grader answers. */
export interface GraderVerdict {
  /** The share of the question's points, from 0 to 1. */
  readonly score: number;
  /** HTML for the learner; the page sanitises it. */
  readonly message: string;
}

export function askedOf(question: OutsideQuestion, seed: number, given: StoredAnswers): Asked {
  const { id, inputs, payload } = question;
  const answers = Object.fromEntries(
    inputs.flatMap((input) => (input.id in given ? [[input.id, given[input.id]!]] : [])),
  );
  return {
    question: id,
    seed,
    payload,
    answers,
    most: Object.fromEntries(inputs.map((input) => [input.id, input.max])),
  };
}
