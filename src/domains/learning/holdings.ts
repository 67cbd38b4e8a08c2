import {
  aboutNobody,
  bytes,
  declareHoldings,
  type Facts,
  instant,
  integer,
  json,
  lexemes,
  nullable,
  real,
  text,
  uuid,
} from '../../kernel/holdings/index.ts';
import { blockStateSchema } from './block-state.ts';
import { askedSchema } from './grading-request.ts';
import { submissionSchema } from './submission.ts';

const learningFacts = {
  category: 'learning',
  source: 'observed',
  purposes: ['provide', 'improve'],
  clauses: ['P4', 'P5'],
  basis: 'contract',
  keep: { with: 'the account' },
  onErase: 'delete',
} as const satisfies Facts;

const noteFacts = { ...learningFacts, purposes: ['provide'] } as const satisfies Facts;

/** Tables of learning: what a person did in a course, and what is kept so that it shows at once. */
export const holdings = declareHoldings({
  block_state: {
    holds: 'how far a person is with one block of a course',
    subject: { person: 'person_id' },
    facts: learningFacts,
    writtenFor: ['provide'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      course_key: text({ what: 'the course' }),
      block_id: text({ what: 'the block: a problem or a video' }),
      state: json(blockStateSchema, { what: 'your answers with their marks, or where you left a video' }),
      changed_at: instant(),
    },
  },
  submission: {
    holds: 'one answer that a person handed in',
    subject: { person: 'person_id' },
    facts: learningFacts,
    writtenFor: ['provide'],
    columns: {
      id: uuid({ category: 'identifier' }),
      person_id: uuid({ category: 'identifier' }),
      course_key: text({ what: 'the course' }),
      block_id: text({ what: 'the problem' }),
      attempt: integer({ what: 'which attempt it was' }),
      submitted: json(submissionSchema, { source: 'given', what: 'what you answered, and how it was marked' }),
      earned: nullable(real({ source: 'derived', what: 'the points that it earned' })),
      possible: nullable(real({ source: 'derived', what: 'the points that it could earn' })),
      submitted_at: instant(),
    },
  },
  grading_request: {
    holds: 'an answer that waits for a grader outside of the site; it goes when the grader has answered',
    subject: { person: 'person_id' },
    facts: { ...learningFacts, purposes: ['provide'] },
    writtenFor: ['provide'],
    columns: {
      id: uuid({ category: 'identifier' }),
      person_id: uuid({ category: 'identifier' }),
      course_key: text({ what: 'the course' }),
      block_id: text({ what: 'the problem' }),
      attempt: integer({ what: 'which attempt it was' }),
      queue: text({ what: 'which graders it is for' }),
      asked: json(askedSchema, {
        source: 'given',
        clauses: ['P4', 'P10d'],
        recipients: ['the graders that the operator connected: they get the answer, and not whose it is'],
        what: 'what you answered to a question that says beside it that a grader outside of the site judges it',
      }),
      asked_at: instant(),
      taken_at: nullable(instant({ what: 'when a grader took it' })),
    },
  },
  vote: {
    holds: 'what a person answered to a poll, a survey or a word cloud',
    subject: { person: 'person_id' },
    facts: { ...learningFacts, source: 'given' },
    writtenFor: ['provide'],
    columns: {
      course_key: text({ what: 'the course' }),
      block_id: text({ what: 'the poll, survey or word cloud' }),
      question: text({ what: 'which of its questions' }),
      answer: text({ what: 'your answer, or a word that you gave' }),
      person_id: uuid({ category: 'identifier' }),
      times: integer({ source: 'observed', what: 'how often you have answered' }),
      voted_at: instant({ source: 'observed' }),
    },
  },
  completion: {
    holds: 'that a person is done with a block',
    subject: { person: 'person_id' },
    facts: learningFacts,
    writtenFor: ['provide'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      course_key: text({ what: 'the course' }),
      block_id: text({ what: 'the block' }),
      completed_at: instant(),
    },
  },
  bookmark: {
    holds: 'a unit that a person marked to find it again',
    subject: { person: 'person_id' },
    facts: { ...noteFacts, source: 'given' },
    writtenFor: ['provide'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      course_key: text({ what: 'the course' }),
      block_id: text({ what: 'the unit' }),
      made_at: instant({ source: 'observed' }),
    },
  },
  course_position: {
    holds: 'where a person was last in a course',
    subject: { person: 'person_id' },
    facts: noteFacts,
    writtenFor: ['provide'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      course_key: text({ what: 'the course' }),
      block_id: text({ what: 'the unit' }),
      reached_at: instant(),
    },
  },
  rendered_unit: {
    holds: 'a unit as it was rendered once',
    subject: 'nobody',
    facts: aboutNobody(['provide']),
    writtenFor: ['provide'],
    columns: { key: text(), course_key: text(), version_id: uuid(), rendered: bytes(), rendered_at: instant() },
  },
  course_text: {
    holds: "the words of a block in a course's published version, for searching",
    subject: 'nobody',
    facts: aboutNobody(['provide']),
    writtenFor: ['provide'],
    columns: { course_key: text(), block_id: text(), title: text(), body: text(), words: lexemes() },
  },
});
