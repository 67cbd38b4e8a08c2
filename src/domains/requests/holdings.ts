import {
  bytes,
  day,
  declareHoldings,
  type Facts,
  instant,
  integer,
  nullable,
  text,
  uuid,
} from '../../kernel/holdings/index.ts';

/** How long things stay. The privacy policy says the same numbers. */
export const requestTerms = { unconfirmed_days: 7, closed_days: 3 * 365, link_days: 7 } as const;

const requestFacts = {
  category: 'message',
  source: 'given',
  purposes: ['rights'],
  clauses: ['P13'],
  basis: 'legal-obligation',
  keep: { with: 'the request' },
  onErase: 'delete',
} as const satisfies Facts;

const ofRequest = { column: 'request_id', to: 'privacy_request', key: 'id' } as const;

/** Tables of requests: what people ask about their data, and what was answered. Only the purpose `rights` reads them. */
export const holdings = declareHoldings({
  privacy_request: {
    holds: 'what somebody asked about their data, and how far it is',
    subject: { column: 'id', to: 'requester', key: 'request_id' },
    facts: {
      ...requestFacts,
      category: 'record',
      source: 'derived',
      keep: { days: requestTerms.closed_days, from: 'closed_at' },
      onErase: { keep: 'it shows that a request was answered in time, and leads to nobody any more' },
    },
    sooner: { days: requestTerms.unconfirmed_days, from: 'received_at', unless: 'confirmed_at' },
    writtenFor: ['rights'],
    columns: {
      id: uuid({ category: 'identifier' }),
      reference: text({ what: 'the word that letters about it carry' }),
      kind: text({ source: 'given', what: 'what was asked for' }),
      came_by: text({ what: 'by which way it came; what operators entered says so' }),
      state: text(),
      name: nullable(text({ category: 'contact', source: 'given', onErase: 'delete' })),
      language: nullable(
        text({ category: 'preference', source: 'observed', what: 'the language of the page', onErase: 'delete' }),
      ),
      received_at: instant({ source: 'observed' }),
      received_on: day({ what: 'the day from which the law counts' }),
      confirmed_at: nullable(instant({ source: 'observed', what: 'when it was confirmed by a mailed link' })),
      due_on: nullable(day({ what: 'the last day for an answer; none while your identity is being checked' })),
      extended_at: nullable(instant({ what: 'when more time was taken' })),
      identity_asked_on: nullable(day({ what: 'since when your identity is being checked' })),
      identity_shown_at: nullable(instant({ what: 'when it was known that it is you who asks' })),
      paused_days: integer({ what: 'how long your identity was being checked' }),
      has_news: integer({ what: 'how many letters of yours nobody has read yet' }),
      closed_at: nullable(instant({ what: 'when it was answered' })),
    },
  },
  requester: {
    holds: 'somebody who asked about their data, with an account or without',
    subject: [{ person: 'id', email: 'email' }, { person: 'person_id' }],
    facts: { ...requestFacts, category: 'contact' },
    writtenFor: ['rights'],
    columns: {
      id: uuid({ category: 'identifier', source: 'derived', what: 'a random number that stands for you at the desk' }),
      request_id: uuid({ category: 'identifier', source: 'derived' }),
      person_id: nullable(
        uuid({ category: 'identifier', source: 'derived', what: 'your account, where you have one' }),
      ),
      email: text({ what: 'the address that the answer goes to' }),
    },
  },
  request_in_hand: {
    holds: 'which operator has a request in hand',
    subject: { person: 'operator_id' },
    facts: { ...requestFacts, category: 'record', source: 'observed' },
    writtenFor: ['rights'],
    columns: {
      request_id: uuid({ category: 'identifier' }),
      operator_id: uuid({ category: 'identifier' }),
      since: instant(),
    },
  },
  request_record: {
    holds: 'a letter, a reply, a note or a step of a request',
    subject: ofRequest,
    facts: requestFacts,
    writtenFor: ['rights'],
    columns: {
      id: uuid({ category: 'identifier', source: 'derived' }),
      request_id: uuid({ category: 'identifier', source: 'derived' }),
      kind: text({ source: 'derived', what: 'what it is: a letter, a reply, a note, a step' }),
      sender: nullable(text({ category: 'contact', what: 'the address that a letter came from' })),
      subject: nullable(text()),
      body: nullable(text()),
      mail_hash: nullable(bytes({ source: 'derived', what: 'a hash by which the same mail is not taken twice' })),
      made_at: instant({ source: 'observed' }),
    },
  },
  request_link: {
    holds: 'a link that was mailed to somebody who asked',
    subject: ofRequest,
    facts: { ...requestFacts, category: 'credential', source: 'derived', keep: { days: 0, from: 'expires_at' } },
    writtenFor: ['rights'],
    columns: {
      token_hash: bytes({ withheld: 'it guards the request' }),
      request_id: uuid({ category: 'identifier' }),
      opens: text({ what: 'what the link does' }),
      expires_at: instant(),
    },
  },
});
