import {
  aboutNobody,
  bytes,
  day,
  declareHoldings,
  type Facts,
  instant,
  integer,
  nullable,
  text,
  texts,
  uuid,
} from '../../kernel/holdings/index.ts';

const registerFacts = {
  category: 'record',
  source: 'derived',
  purposes: ['rights'],
  clauses: ['P10a', 'P10b', 'P10c', 'P10d'],
  basis: 'legal-obligation',
  keep: { with: 'the register' },
  onErase: { keep: 'the register shows what was handed over; it leads to nobody any more' },
} as const satisfies Facts;

/** Tables of the gate: the register of disclosures. Only the purpose `rights` reads it. */
export const holdings = declareHoldings({
  disclosure_entry: {
    holds:
      'data that were handed over, or taken out for the own work of the site: on which ground, to whom, which fields',
    subject: 'nobody',
    facts: { ...aboutNobody(['rights']), category: 'record' },
    writtenFor: ['rights'],
    columns: {
      id: uuid(),
      way: text(),
      ground: text(),
      document: nullable(text()),
      fingerprint: nullable(text()),
      recipient: nullable(text()),
      why: text(),
      fields: texts(),
      persons: integer(),
      silence: nullable(text()),
      silent_until: nullable(day()),
      state: text(),
      asked_at: instant(),
      approved_at: nullable(instant()),
      given_at: nullable(instant()),
      told_at: nullable(instant()),
    },
  },
  disclosure_step: {
    holds: 'which operator asked for, approved or carried out a disclosure',
    subject: { person: 'operator_id' },
    facts: { ...registerFacts, source: 'observed', clauses: ['P10a', 'P14'] },
    writtenFor: ['rights'],
    columns: {
      id: uuid({ category: 'identifier' }),
      entry_id: uuid(),
      operator_id: nullable(uuid({ category: 'identifier', onErase: 'decorrelate' })),
      step: text({ what: 'asked, approved, withdrawn, handed over, told' }),
      made_at: instant(),
    },
  },
  disclosure_subject: {
    holds: 'that data about you were handed over, once you may be told',
    subject: { person: 'person_id' },
    facts: registerFacts,
    writtenFor: ['rights'],
    columns: {
      id: uuid({ category: 'identifier' }),
      entry_id: uuid(),
      person_id: nullable(uuid({ category: 'identifier', onErase: 'decorrelate' })),
      sealed: nullable(
        bytes({
          onErase: 'decorrelate',
          withheld: 'nothing stands here once you were told',
          what: 'whose, while they may not be told yet',
        }),
      ),
      told_at: nullable(instant({ what: 'when you were told' })),
    },
  },
});
