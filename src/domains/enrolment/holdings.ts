import { boolean, declareHoldings, type Facts, instant, text, uuid } from '../../kernel/holdings/index.ts';

const enrolmentFacts = {
  category: 'learning',
  source: 'given',
  purposes: ['provide', 'improve', 'contact'],
  clauses: ['P4', 'P5'],
  basis: 'contract',
  keep: { with: 'the account' },
  onErase: 'delete',
} as const satisfies Facts;

/** Tables of enrolment: who takes a course, since when, and who works on it. */
export const holdings = declareHoldings({
  enrolment: {
    holds: 'that a person takes, or took, a course',
    subject: { person: 'person_id' },
    facts: enrolmentFacts,
    writtenFor: ['provide'],
    columns: {
      id: uuid({ category: 'identifier' }),
      person_id: uuid({ category: 'identifier' }),
      course_key: text({ what: 'the course' }),
      is_active: boolean({ what: 'whether you take it now' }),
      enrolled_at: instant({ source: 'observed', what: 'when you last enrolled' }),
    },
  },
  enrolment_change: {
    holds: 'one enrolling or leaving',
    subject: { column: 'enrolment_id', to: 'enrolment', key: 'id' },
    facts: enrolmentFacts,
    writtenFor: ['provide'],
    columns: {
      id: uuid({ category: 'identifier' }),
      enrolment_id: uuid({ category: 'identifier' }),
      became: text({ what: 'enrolled, or left' }),
      changed_at: instant({ source: 'observed' }),
    },
  },
  course_staff: {
    holds: 'that a person works on a course',
    subject: { person: 'person_id' },
    facts: { ...enrolmentFacts, category: 'record' },
    writtenFor: ['provide'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      course_key: text({ what: 'the course' }),
      role: text({ what: 'what you may do in it' }),
      since: instant({ source: 'observed' }),
    },
  },
});
