import {
  aboutNobody,
  boolean,
  bytes,
  declareHoldings,
  type Facts,
  filled,
  instant,
  integer,
  nullable,
  text,
  texts,
  uuid,
} from '../../kernel/holdings/index.ts';

const account = { with: 'the account' } as const;

const profileFacts = {
  category: 'profile',
  source: 'given',
  purposes: ['provide'],
  clauses: ['P4'],
  basis: 'contract',
  keep: account,
  onErase: 'delete',
} as const satisfies Facts;

/** What people say about themselves is asked for figures that name nobody; the field says so. */
const counted = { purposes: ['provide', 'improve'], clauses: ['P4', 'P11'] } as const;

/** How far a person lets their data be used: asked by whoever is about to use them. */
const limits = {
  category: 'preference',
  purposes: ['provide', 'secure', 'improve', 'contact'],
  clauses: ['P13'],
  basis: 'legal-obligation',
} as const;

const securityFacts = {
  category: 'credential',
  source: 'observed',
  purposes: ['secure'],
  clauses: ['P9c', 'P14'],
  basis: 'contract',
  keep: account,
  onErase: 'delete',
} as const satisfies Facts;

/** Tables of identity: who people are, and what keeps their accounts safe. */
export const holdings = declareHoldings({
  person: {
    holds: 'a person with an account, and their profile',
    subject: { person: 'id', email: 'email' },
    facts: profileFacts,
    sooner: { days: 7, from: 'registered_at', unless: 'email_confirmed_at' },
    writtenFor: ['provide', 'secure', 'rights'],
    columns: {
      id: uuid({
        category: 'identifier',
        source: 'derived',
        purposes: ['provide', 'secure', 'improve', 'contact'],
        what: 'a random number that stands for you inside the site and never appears in an address',
      }),
      handle: text({
        category: 'identifier',
        source: 'derived',
        purposes: ['provide'],
        what: 'a random word that may stand for you where others see it',
      }),
      email: text({
        category: 'contact',
        purposes: ['provide', 'secure', 'contact'],
        what: 'your e-mail address: to sign in, and for mail that you ask for or must have',
      }),
      email_confirmed_at: nullable(
        instant({
          category: 'contact',
          source: 'observed',
          purposes: ['provide', 'secure', 'contact'],
          what: 'when you showed that the address is yours',
        }),
      ),
      name: text({
        purposes: ['provide', 'secure', 'contact'],
        what: 'your name, as course teams, certificates and letters use it',
      }),
      age_stated_at: nullable(
        instant({ purposes: ['provide', 'secure'], what: 'when your answer showed that you are old enough' }),
      ),
      birth_year: nullable(integer({ ...counted, what: 'the year of your birth, if you add it' })),
      gender: nullable(text({ ...counted, what: 'your gender in your own words, if you add it' })),
      occupation: nullable(text({ ...counted, what: 'what you do, if you add it' })),
      country: nullable(text({ ...counted, what: 'the country that you live in, if you add it' })),
      language: nullable(
        text({ category: 'preference', purposes: ['provide', 'secure', 'contact'], what: 'the language of the pages' }),
      ),
      time_zone: nullable(
        text({ category: 'preference', purposes: ['provide', 'contact'], what: 'the zone in which you read dates' }),
      ),
      is_operator: boolean({
        category: 'record',
        purposes: ['provide', 'secure'],
        what: 'whether you operate the site',
      }),
      registered_at: instant({
        category: 'record',
        source: 'observed',
        purposes: ['provide', 'secure'],
        what: 'when you registered',
      }),
      restricted_at: nullable(instant({ ...limits, what: 'since when you want your data stored and not used' })),
      objects_to: filled(texts({ ...limits, what: 'uses of your data that you object to' })),
    },
  },
  credential: {
    holds: 'the key to an account',
    subject: { person: 'person_id' },
    facts: securityFacts,
    writtenFor: ['secure'],
    columns: {
      person_id: uuid({ category: 'identifier' }),
      password_hash: text({
        source: 'derived',
        what: 'a value computed from your password, which does not give it back',
        withheld: 'it guards the account',
      }),
      changed_at: instant({ what: 'when the password was last changed' }),
    },
  },
  session: {
    holds: 'a browser that a person is signed in with',
    subject: { person: 'person_id' },
    facts: {
      ...securityFacts,
      purposes: ['provide', 'secure'],
      clauses: ['P7', 'P9c'],
      keep: { days: 0, from: 'expires_at' },
    },
    writtenFor: ['provide', 'secure'],
    columns: {
      id: uuid({ category: 'identifier' }),
      token_hash: bytes({
        source: 'derived',
        what: "a value computed from the session's cookie",
        withheld: 'it guards the account',
      }),
      person_id: uuid({ category: 'identifier' }),
      device: nullable(
        text({ category: 'network', clauses: ['P6'], purposes: ['secure'], what: 'the browser and system, in words' }),
      ),
      created_at: instant({ what: 'when you signed in' }),
      seen_at: instant({ what: 'when the session was last used, to the hour' }),
      expires_at: instant(),
      proved_at: nullable(
        instant({
          purposes: ['secure'],
          what: 'when you last gave your password again, before something that can do harm',
        }),
      ),
    },
  },
  mailed_link: {
    holds: 'a link that was mailed to a person and works once',
    subject: { person: 'person_id' },
    facts: { ...securityFacts, keep: { days: 0, from: 'expires_at' } },
    writtenFor: ['secure'],
    columns: {
      token_hash: bytes({ source: 'derived', withheld: 'it guards the account' }),
      person_id: uuid({ category: 'identifier' }),
      opens: text({ what: 'what the link does' }),
      new_email: nullable(text({ category: 'contact', source: 'given', what: 'the address that is to be confirmed' })),
      made_at: instant(),
      expires_at: instant(),
    },
  },
  throttle: {
    holds: 'how often somebody did one thing in a short time, under a keyed hash of who',
    subject: 'nobody',
    facts: {
      ...securityFacts,
      category: 'network',
      basis: 'legitimate-interest',
      keep: { days: 0, from: 'closes_at' },
      onErase: { keep: 'it leads to nobody without the key, and goes within a day' },
      purposes: ['provide', 'secure'],
    },
    writtenFor: ['provide', 'secure'],
    columns: { what: text(), who_hash: bytes(), opened_at: instant(), closes_at: instant(), turns: integer() },
  },
  secret: {
    holds: 'a key of the site itself',
    subject: 'nobody',
    facts: { ...aboutNobody(['provide', 'secure']), category: 'credential' },
    writtenFor: ['provide', 'secure', 'rights'],
    columns: { name: text(), value: bytes({ withheld: 'it guards the site' }), made_at: instant() },
  },
});
