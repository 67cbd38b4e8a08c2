import {
  aboutNobody,
  boolean,
  bytes,
  declareHoldings,
  type Facts,
  filled,
  instant,
  integer,
  json,
  nullable,
  text,
  uuid,
} from '../../kernel/holdings/index.ts';
import { saidSchema } from './entry.ts';

const entryFacts = {
  category: 'record',
  source: 'observed',
  // Who notes may not read: only the person's own rights do.
  purposes: [],
  clauses: ['P13'],
  basis: 'legal-obligation',
  keep: { with: 'the account' },
  onErase: 'delete',
} as const satisfies Facts;

const logFacts = {
  ...aboutNobody(['provide']),
  category: 'record',
  source: 'derived',
  onErase: { keep: 'a hash of chance and an entry; both go, and without them it says nothing about anybody' },
} as const satisfies Facts;

const whoNotes = ['provide', 'secure', 'contact'] as const;

/** Tables of the ledger: what people see of everything that happens to their data, and the log that proves it. */
export const holdings = declareHoldings({
  ledger_entry: {
    holds: 'a line of your ledger: that something was done with your data',
    subject: { person: 'person_id' },
    facts: entryFacts,
    writtenFor: whoNotes,
    columns: {
      id: uuid({ category: 'identifier' }),
      person_id: uuid({ category: 'identifier' }),
      at: instant({ what: 'when it was done' }),
      kind: text({ what: 'what was done: an acknowledgement, a look-up, an export …' }),
      acted_by: text({ what: 'who did it: you, the staff, or the site by itself' }),
      role: nullable(text({ what: 'which part of the staff' })),
      said: json(saidSchema, { what: 'the particulars: which document, which fields, for what' }),
      salt: bytes({ source: 'derived', what: 'chance, so that nobody can guess the line from its hash' }),
      leaf_hash: bytes({ source: 'derived', what: 'the hash that stands for the line in the public log' }),
    },
  },
  ledger_actor: {
    holds: 'which member of the staff a line of a ledger is about',
    subject: [{ column: 'entry_id', to: 'ledger_entry', key: 'id' }, { person: 'staff_id' }],
    facts: { ...entryFacts, clauses: ['P13', 'P14'], keep: { with: 'the line' } },
    writtenFor: whoNotes,
    columns: {
      entry_id: uuid({ category: 'identifier' }),
      staff_id: uuid({ category: 'identifier', withheld: 'it is about the member of the staff' }),
    },
  },
  ledger_leaf: {
    holds: 'the hash of a line of some ledger, in the public log',
    subject: 'nobody',
    facts: logFacts,
    writtenFor: whoNotes,
    columns: {
      hash: bytes(),
      position: nullable(integer()),
      is_vacated: filled(boolean()),
    },
  },
  ledger_node: {
    holds: 'a hash over hashes of the public log',
    subject: 'nobody',
    facts: logFacts,
    writtenFor: ['provide'],
    columns: { level: integer(), place: integer(), hash: bytes() },
  },
  ledger_head: {
    holds: 'the hash over the whole public log at a moment, signed',
    subject: 'nobody',
    facts: logFacts,
    writtenFor: ['provide'],
    columns: { size: integer(), root: bytes(), signed_at: instant(), signature: bytes() },
  },
});
