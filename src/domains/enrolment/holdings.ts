import {
  aboutNobody,
  boolean,
  bytes,
  declareHoldings,
  type Facts,
  instant,
  integer,
  nullable,
  text,
  uuid,
} from '../../kernel/holdings/index.ts';

/** How long things stay: an invitation into a course is open for so long, and listed for so long after that. */
export const enrolmentTerms = { invitation_days: 30, listed_days: 30 } as const;

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
  enrolment_code: {
    holds: 'a code by which people may enrol in a course; who used it is not stored',
    subject: 'nobody',
    facts: aboutNobody(['provide']),
    writtenFor: ['provide'],
    columns: {
      id: uuid(),
      course_key: text(),
      label: text(),
      code_hash: bytes(),
      most_uses: integer(),
      uses: integer(),
      made_at: instant(),
      ends_at: instant(),
    },
  },
  course_invitation: {
    holds: 'an invitation to take a course or to work on it, for whoever has the address',
    subject: { person: 'id', email: 'email' },
    facts: {
      ...enrolmentFacts,
      category: 'record',
      purposes: ['provide'],
      clauses: ['P4'],
      keep: { days: enrolmentTerms.listed_days, from: 'expires_at' },
    },
    writtenFor: ['provide'],
    columns: {
      id: uuid({ category: 'identifier', source: 'derived' }),
      course_key: text({ what: 'the course' }),
      email: text({ category: 'contact', what: 'the address that the invitation went to' }),
      role: text({ what: 'what you would be in it' }),
      token_hash: bytes({ category: 'credential', source: 'derived', withheld: 'it guards the course' }),
      made_at: instant({ source: 'observed' }),
      expires_at: instant({ source: 'derived' }),
      accepted_at: nullable(instant({ source: 'observed', what: 'when it was accepted' })),
    },
  },
});
