import {
  aboutNobody,
  bytes,
  declareHoldings,
  type Facts,
  filled,
  instant,
  nullable,
  text,
  uuid,
} from '../../kernel/holdings/index.ts';

/** How long things stay: an invitation to become a member is open for so long. */
export const organisationTerms = { invitation_days: 14 } as const;

const memberFacts = {
  category: 'record',
  source: 'given',
  purposes: ['provide'],
  clauses: ['P4'],
  basis: 'contract',
  keep: { with: 'the account' },
  onErase: 'delete',
} as const satisfies Facts;

/** The tables of organisations: who hosts courses here, who is a member, and who is asked to become one. */
export const holdings = declareHoldings({
  organisation: {
    holds: 'a university, institution, business, government or teacher that hosts courses',
    subject: 'nobody',
    facts: aboutNobody(['provide', 'improve', 'contact']),
    writtenFor: ['provide'],
    columns: {
      key: text(),
      kind: text(),
      name: text(),
      description: text(),
      logo_hash: nullable(text()),
      accent: nullable(text()),
      opened_at: instant(),
      state: filled(text()),
      host_name: nullable(text()),
      host_confirmed_at: nullable(instant()),
    },
  },
  organisation_member: {
    holds: 'that a person is a member of an organisation',
    subject: { person: 'person_id' },
    facts: memberFacts,
    writtenFor: ['provide'],
    columns: {
      organisation: text({ what: 'the organisation' }),
      person_id: uuid({ category: 'identifier' }),
      role: text({ what: 'what you may do in it' }),
      since: instant({ source: 'observed', what: 'since when' }),
    },
  },
  member_invitation: {
    holds: 'an invitation to become a member of an organisation, for whoever has the address',
    subject: { person: 'id', email: 'email' },
    facts: { ...memberFacts, keep: { days: 0, from: 'expires_at' } },
    writtenFor: ['provide'],
    columns: {
      id: uuid({ category: 'identifier', source: 'derived' }),
      organisation: text({ what: 'the organisation' }),
      email: text({ category: 'contact', what: 'the address that the invitation went to' }),
      role: text({ what: 'what you would be in it' }),
      token_hash: bytes({ category: 'credential', source: 'derived', withheld: 'it guards the organisation' }),
      made_at: instant({ source: 'observed' }),
      expires_at: instant({ source: 'derived' }),
    },
  },
});
