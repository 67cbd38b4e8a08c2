import { aboutNobody, declareHoldings, instant, text, uuid } from '../../kernel/holdings/index.ts';

/** Tables of ops: when timed work was done, and erasures that a restored backup must repeat. */
export const holdings = declareHoldings({
  timed_work: {
    holds: 'a piece of timed work, and when it was last done',
    subject: 'nobody',
    facts: aboutNobody(['provide']),
    writtenFor: ['provide'],
    columns: { name: text(), done_at: instant() },
  },
  pending_erasure: {
    holds: 'a person whom a restored backup brought back, and who is erased again before the site opens',
    subject: { person: 'person_id' },
    facts: {
      category: 'record',
      source: 'derived',
      purposes: ['rights'],
      clauses: ['P13'],
      basis: 'legal-obligation',
      keep: { with: 'the repeated erasure, which follows at once' },
      onErase: 'delete',
    },
    writtenFor: [],
    columns: { person_id: uuid(), erased_at: instant() },
  },
});
