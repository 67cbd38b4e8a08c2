import {
  aboutNobody,
  declareHoldings,
  type Facts,
  instant,
  integer,
  nullable,
  text,
  uuid,
} from '../../kernel/holdings/index.ts';

const agreementFacts = {
  category: 'agreement',
  source: 'given',
  purposes: ['provide', 'secure'],
  clauses: ['P2'],
  basis: 'contract',
  keep: { with: 'the account' },
  onErase: 'delete',
} as const satisfies Facts;

/** Tables of policy: which versions people took note of, and what they chose. The two are never merged. */
export const holdings = declareHoldings({
  acknowledgement: {
    holds: "that a person took note of a document's version",
    subject: { person: 'person_id' },
    facts: agreementFacts,
    writtenFor: ['provide', 'secure'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      document: text({ what: 'which document: privacy policy, terms of service or Honor Code' }),
      version: text({ what: 'the version, named by the day from which it holds' }),
      text_hash: text({ source: 'derived', what: 'a hash of the very text' }),
      stored_in: text({ clauses: ['P15'], source: 'observed', what: 'where the site said that it stores data' }),
      occasion: text({ source: 'observed', what: 'whether by registering or by going on' }),
      made_at: instant({ source: 'observed' }),
      answer: nullable(text({ what: "what you said to the notice: that you took note, or that you don't agree" })),
      answered_at: nullable(instant({ source: 'observed', what: 'when you said so' })),
    },
  },
  honor_code_acceptance: {
    holds: 'that a person accepted the Honor Code for a course, before work that counts',
    subject: { person: 'person_id' },
    facts: { ...agreementFacts, purposes: ['provide'], clauses: ['P16'] },
    writtenFor: ['provide'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      course_key: text({ what: 'the course' }),
      version: text({ what: 'the version of the Honor Code, named by the day from which it holds' }),
      text_hash: text({ source: 'derived', what: 'a hash of the very text' }),
      accepted_at: instant({ source: 'observed' }),
    },
  },
  document_version: {
    holds: 'a version of a document that an operator posted',
    subject: 'nobody',
    facts: aboutNobody(['provide']),
    writtenFor: ['provide'],
    columns: { kind: text(), version: text(), effective_at: instant(), text: text(), posted_at: instant() },
  },
  document_draft: {
    holds: 'a version of a document on which operators still work',
    subject: 'nobody',
    facts: aboutNobody(['provide']),
    writtenFor: ['provide'],
    columns: { kind: text(), text: text(), changed_at: instant() },
  },
  stated_reason: {
    holds: 'what a field said of why it asks, when you answered it',
    subject: { person: 'person_id' },
    facts: { ...agreementFacts, clauses: ['P9d'] },
    writtenFor: ['provide', 'secure'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      field: text({ source: 'derived', what: 'which field' }),
      shown: text({ source: 'derived', what: 'the reason that stood beside it, word for word' }),
      version: text({ source: 'observed', what: 'the version of the privacy policy at that moment' }),
      answered_at: instant({ source: 'observed' }),
    },
  },
  consent: {
    holds: 'a choice to allow a use that needs one',
    subject: { person: 'person_id' },
    facts: { ...agreementFacts, purposes: ['provide'], clauses: ['P9d'], basis: 'consent' },
    writtenFor: ['provide'],
    columns: {
      id: uuid({ category: 'identifier' }),
      person_id: uuid({ category: 'identifier' }),
      use: text({ what: 'the use that you allowed' }),
      wording: integer({ source: 'derived', what: 'which version of its words that was' }),
      version: text({ what: 'the version of the privacy policy at that moment' }),
      shown: text({ what: 'the exact words that you were shown' }),
      control: text({ what: 'the control that you used' }),
      given_at: instant({ source: 'observed' }),
      withdrawn_at: nullable(instant({ source: 'observed', what: 'when you took it back' })),
    },
  },
});
