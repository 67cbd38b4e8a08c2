import { aboutNobody, declareHoldings, instant, nullable, text, texts, uuid } from '../../kernel/holdings/index.ts';

const registerFacts = { ...aboutNobody(['rights']), category: 'record', source: 'derived' } as const;

/** Tables of breaches: the register, how far each reached, and who was told. */
export const holdings = declareHoldings({
  breach: {
    holds: 'that something went wrong with people’s data',
    subject: 'nobody',
    facts: registerFacts,
    writtenFor: ['rights'],
    columns: {
      id: uuid(),
      title: text(),
      what: text(),
      measures: text(),
      risk: text(),
      known_at: instant(),
      noted_at: instant(),
      authority_told_at: nullable(instant()),
      authority_note: nullable(text()),
      closed_at: nullable(instant()),
    },
  },
  breach_extent: {
    holds: 'a table, columns and a window of time that a breach reached',
    subject: 'nobody',
    facts: registerFacts,
    writtenFor: ['rights'],
    columns: {
      id: uuid(),
      breach_id: uuid(),
      table_name: text(),
      column_names: texts(),
      from_at: instant(),
      to_at: instant(),
      which: text(),
    },
  },
  breach_notice: {
    holds: 'that you were told of a breach that may have reached your data',
    subject: { person: 'person_id' },
    facts: {
      category: 'record',
      source: 'derived',
      purposes: ['rights'],
      clauses: ['P14'],
      basis: 'legal-obligation',
      keep: { with: 'the account' },
      onErase: 'delete',
    },
    writtenFor: ['rights'],
    columns: {
      breach_id: uuid(),
      person_id: uuid({ category: 'identifier' }),
      told_at: instant({ what: 'when the letter was written' }),
    },
  },
});
