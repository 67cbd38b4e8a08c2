import { boolean, declareHoldings, instant, uuid } from '../../kernel/holdings/index.ts';

/** Tables of disclosure: erasures that are not wholly done yet. */
export const holdings = declareHoldings({
  erasure: {
    holds: 'that a person was erased, until the list beside the database has it and the bytes are overwritten',
    subject: { person: 'person_id' },
    facts: {
      category: 'record',
      source: 'derived',
      purposes: ['rights'],
      clauses: ['P13'],
      basis: 'legal-obligation',
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
