import { Type } from 'typebox';
import {
  boolean,
  bytes,
  day,
  declareHoldings,
  type Facts,
  instant,
  json,
  nullable,
  text,
  texts,
  uuid,
} from '../../kernel/holdings/index.ts';

const rightsFacts = {
  category: 'record',
  source: 'derived',
  purposes: ['rights'],
  clauses: ['P13'],
  basis: 'legal-obligation',
} as const satisfies Partial<Facts>;

const keptOnHold = 'a court or an authority needs it; it goes when the hold ends, and leads to nobody meanwhile';

/** A row as its own table declares it: the columns that an export shows. */
const heldRow = Type.Record(Type.String(), Type.Unknown());

/** Tables of disclosure: erasures that were asked for, those that are not wholly done yet, and legal holds. */
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
  legal_hold: {
    holds: 'that data about you are kept for a court or an authority, once you may be told',
    subject: { person: 'person_id' },
    facts: {
      ...rightsFacts,
      keep: { with: 'the register of holds' },
      onErase: { keep: 'the register shows which holds there were; it leads to nobody any more' },
    },
    writtenFor: ['rights'],
    columns: {
      id: uuid({ category: 'identifier' }),
      person_id: nullable(uuid({ category: 'identifier', onErase: 'decorrelate' })),
      sealed: nullable(
        bytes({
          onErase: 'decorrelate',
          withheld: 'nothing stands here once you were told',
          what: 'whose, while they may not be told yet',
        }),
      ),
      tables: texts({ what: 'what is kept, by table' }),
      ground: text({ source: 'given', what: 'why it must be kept' }),
      ends_on: day({ what: 'the last day of the hold' }),
      silence: nullable(text({ source: 'given', what: 'why you could not be told at once' })),
      silent_until: nullable(day({ what: 'until when you could not be told' })),
      asked_at: instant(),
      approved_at: nullable(instant({ what: 'when it began' })),
      lifted_at: nullable(instant({ what: 'when it ended before its last day' })),
      told_at: nullable(instant({ what: 'when you were told' })),
      freed_at: nullable(instant({ what: 'when the copies went, until their bytes are overwritten' })),
    },
  },
  hold_step: {
    holds: 'which operator asked for, approved or lifted a hold',
    subject: { person: 'operator_id' },
    facts: {
      ...rightsFacts,
      source: 'observed',
      clauses: ['P13', 'P14'],
      keep: { with: 'the register of holds' },
      onErase: { keep: 'the register shows that two approved; it leads to nobody any more' },
    },
    writtenFor: ['rights'],
    columns: {
      id: uuid({ category: 'identifier' }),
      hold_id: uuid(),
      operator_id: nullable(uuid({ category: 'identifier', onErase: 'decorrelate' })),
      step: text({ what: 'asked, approved, lifted' }),
      made_at: instant(),
    },
  },
  held_row: {
    holds: 'a copy of what a legal hold keeps, set aside when the row itself went',
    subject: { column: 'hold_id', to: 'legal_hold', key: 'id' },
    facts: { ...rightsFacts, keep: { with: 'the hold' }, onErase: { keep: keptOnHold } },
    writtenFor: ['rights'],
    columns: {
      id: uuid({ category: 'identifier' }),
      hold_id: uuid(),
      table_name: text({ what: 'of which table' }),
      row: json(heldRow, { withheld: 'it is kept for the hold alone, which you are shown' }),
      held_at: instant(),
    },
  },
});
