import { boolean, bytes, declareHoldings, type Facts, instant, uuid } from '../../kernel/holdings/index.ts';

const rightsFacts = {
  category: 'record',
  source: 'derived',
  purposes: ['rights'],
  clauses: ['P13'],
  basis: 'legal-obligation',
} as const satisfies Partial<Facts>;

/** Tables of disclosure: erasures that were asked for, and those that are not wholly done yet. */
export const holdings = declareHoldings({
  erasure_request: {
    holds: 'that you asked for your account to be erased, until it is',
    subject: { person: 'person_id' },
    facts: { ...rightsFacts, source: 'given', keep: { with: 'the account, for a day' }, onErase: 'delete' },
    writtenFor: ['rights'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      token_hash: bytes({ category: 'credential', source: 'derived', withheld: 'it guards the account' }),
      asked_at: instant({ source: 'observed', what: 'when you asked' }),
      due_at: instant({ source: 'derived', what: 'when your account will be erased' }),
      was_restricted: boolean({ source: 'derived', what: 'whether your data were at rest before' }),
    },
  },
  erasure: {
    holds: 'that a person was erased, until the list beside the database has it and the bytes are overwritten',
    subject: { person: 'person_id' },
    facts: {
      ...rightsFacts,
      keep: { with: 'the rest of the erasure, which follows at once' },
      onErase: { keep: 'by it a restored backup forgets the person again' },
    },
    writtenFor: ['rights'],
    columns: {
      person_id: uuid({ category: 'identifier', what: 'a random number that led to the person' }),
      erased_at: instant(),
      is_listed: boolean({ what: 'whether the list beside the database has it' }),
    },
  },
});
