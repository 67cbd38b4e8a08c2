import { declareHoldings, instant, integer, nullable, text, uuid } from '../holdings/index.ts';

/** The table of letters on their way, and for a while after. */
export const mailHoldings = declareHoldings({
  mail: {
    holds: 'a letter to a person',
    subject: [{ person: 'person_id' }, { column: 'address', to: 'person', key: 'email' }],
    facts: {
      category: 'message',
      source: 'derived',
      purposes: ['contact'],
      clauses: ['P9b', 'P9d'],
      basis: 'contract',
      keep: { days: 30, from: 'queued_at' },
      onErase: 'delete',
    },
    writtenFor: ['provide', 'secure', 'contact', 'rights'],
    columns: {
      id: uuid({ category: 'identifier' }),
      person_id: nullable(uuid({ category: 'identifier' })),
      address: text({ category: 'contact', source: 'given', what: 'the address it goes to' }),
      about: text({ what: 'which of the site’s letters it is' }),
      subject: text(),
      reply_to: nullable(text({ what: 'the address of this site that an answer goes to' })),
      body: nullable(
        text({
          what: 'the words; gone once it is sent',
          withheld: 'it may hold a link that opens the account, for whoever reads the mail',
        }),
      ),
      state: text({ what: 'waiting, sent, or given up' }),
      tries: integer(),
      next_try_at: instant(),
      queued_at: instant({ source: 'observed' }),
      sent_at: nullable(instant({ source: 'observed' })),
    },
  },
});
