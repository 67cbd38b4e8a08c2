import {
  aboutNobody,
  boolean,
  bytes,
  day,
  declareHoldings,
  type Facts,
  instant,
  integer,
  json,
  nullable,
  text,
  texts,
  uuid,
} from '../../kernel/holdings/index.ts';
import { answersSchema, askedSchema } from './inquiry.ts';
import { formFields } from './inquiry-form.ts';
import { carriedSchema } from './invitation.ts';

/** How long things stay. The privacy policy says the same numbers. */
export const outreachTerms = { unconfirmed_days: 7, inquiry_days: 730, invitation_days: 60 } as const;

const contactFacts = {
  category: 'contact',
  source: 'given',
  purposes: ['contact'],
  clauses: ['P9b', 'P9d'],
  basis: 'consent',
  keep: { with: 'what was signed up for' },
  onErase: 'delete',
} as const satisfies Facts;

const inquiryFacts = {
  ...contactFacts,
  category: 'message',
  keep: { days: outreachTerms.inquiry_days, from: 'received_at' },
} as const satisfies Facts;

const guarded = { source: 'derived', withheld: 'it guards what was signed up for' } as const;
const toDesk = { column: 'inquiry_id', to: 'inquiry', key: 'id' } as const;
const published = aboutNobody(['provide', 'contact']);

/** Tables of outreach: who signed up for updates, what was answered, and what was written to whom. */
export const holdings = declareHoldings({
  contact: {
    holds: 'somebody who filled in a form to build or host courses, with an account or without',
    subject: { person: 'id', email: 'email' },
    facts: contactFacts,
    writtenFor: ['contact'],
    columns: {
      id: uuid({ category: 'identifier', source: 'derived', what: 'a random number that stands for you at the desk' }),
      email: text({ what: 'the address that you gave, to answer you' }),
      language: nullable(text({ category: 'preference', source: 'observed', what: 'the language of the page' })),
      made_at: instant({ source: 'observed' }),
      confirmed_at: nullable(instant({ source: 'observed', what: 'when you showed that the address is yours' })),
      undeliverable_at: nullable(instant({ source: 'observed', what: 'when your mail server said that mail fails' })),
      complained_at: nullable(instant({ source: 'observed', what: 'when a mailing was reported as unwanted' })),
      restricted_at: nullable(
        instant({
          category: 'preference',
          clauses: ['P13'],
          basis: 'legal-obligation',
          what: 'since when you want your data stored and not used',
        }),
      ),
    },
  },
  contact_link: {
    holds: 'a link that was mailed to a contact',
    subject: { person: 'contact_id' },
    facts: { ...contactFacts, category: 'credential', keep: { days: 0, from: 'expires_at' } },
    writtenFor: ['contact'],
    columns: {
      token_hash: bytes(guarded),
      contact_id: uuid({ category: 'identifier' }),
      opens: text({ what: 'what the link does' }),
      inquiry_id: nullable(uuid({ category: 'identifier' })),
      made_at: instant({ source: 'observed' }),
      expires_at: instant({ source: 'derived' }),
    },
  },
  contact_consent: {
    holds: 'a yes to mailings',
    subject: { person: 'contact_id' },
    facts: { ...contactFacts, category: 'agreement' },
    writtenFor: ['contact'],
    columns: {
      id: uuid({ category: 'identifier' }),
      contact_id: uuid({ category: 'identifier' }),
      version: text({ what: 'the version of the privacy policy at that moment' }),
      shown: text({ what: 'the exact words that you were shown' }),
      control: text({ what: 'the control that you used' }),
      given_at: instant({ source: 'observed' }),
      withdrawn_at: nullable(instant({ source: 'observed', what: 'when you took it back' })),
      withdrawn_by: nullable(text({ source: 'observed', what: 'by which way it was taken back' })),
    },
  },
  inquiry_form: {
    holds: 'a form to build or host courses, with its words',
    subject: 'nobody',
    facts: published,
    writtenFor: ['contact'],
    columns: {
      key: text(),
      place: integer(),
      audience: text(),
      lead: text(),
      host_kind: text(),
      is_open: boolean(),
      fields: json(formFields),
    },
  },
  inquiry: {
    holds: 'a form that was filled in',
    subject: { person: 'contact_id' },
    facts: inquiryFacts,
    sooner: { days: outreachTerms.unconfirmed_days, from: 'received_at', unless: 'confirmed_at' },
    writtenFor: ['contact'],
    columns: {
      id: uuid({ category: 'identifier' }),
      contact_id: uuid({ category: 'identifier' }),
      form_key: text({ what: 'which form it was' }),
      answers: json(answersSchema, { what: 'what you answered' }),
      asked: json(askedSchema, { what: 'what each field asked, and why, as it stood there' }),
      policy_version: text({ what: 'the version of the privacy policy at that moment' }),
      wants_updates: boolean({ what: 'whether you asked for mailings' }),
      updates_shown: text({ what: 'the exact words beside that choice' }),
      state: text({ source: 'derived', what: 'how far the operators are with it' }),
      tags: texts({ source: 'derived', what: 'words that operators sort it by' }),
      received_at: instant({ source: 'observed' }),
      confirmed_at: nullable(instant({ source: 'observed', what: 'when you confirmed it' })),
    },
  },
  desk_record: {
    holds: 'what operators noted or wrote about a form that was filled in',
    subject: toDesk,
    facts: { ...contactFacts, category: 'message', source: 'derived', keep: { with: 'the form that was filled in' } },
    writtenFor: ['contact'],
    columns: {
      id: uuid({ category: 'identifier' }),
      inquiry_id: uuid({ category: 'identifier' }),
      kind: text({ what: 'a note, a reply, an invitation' }),
      subject: nullable(text()),
      body: text(),
      made_at: instant({ source: 'observed' }),
    },
  },
  contact_look_up: {
    holds: 'that an operator looked at what you sent',
    subject: { person: 'contact_id' },
    facts: {
      ...contactFacts,
      category: 'record',
      source: 'observed',
      clauses: ['P13'],
      basis: 'legal-obligation',
    },
    writtenFor: ['contact'],
    columns: {
      id: uuid({ category: 'identifier' }),
      contact_id: uuid({ category: 'identifier' }),
      at: instant({ what: 'when somebody looked' }),
      role: text({ what: 'which part of the staff it was' }),
      purpose: text({ what: 'what for' }),
      fields: texts({ what: 'what was seen' }),
    },
  },
  reply_template: {
    holds: 'words for replies that operators write again and again',
    subject: 'nobody',
    facts: aboutNobody(['contact']),
    writtenFor: ['contact'],
    columns: { id: uuid(), desk: text(), name: text(), subject: text(), body: text() },
  },
  invitation: {
    holds: 'an invitation to open an organisation, with what was carried over from the form',
    subject: toDesk,
    facts: { ...contactFacts, category: 'profile', keep: { with: 'the form that was filled in' } },
    writtenFor: ['contact'],
    columns: {
      id: uuid({ category: 'identifier' }),
      inquiry_id: uuid({ category: 'identifier' }),
      token_hash: bytes(guarded),
      carried: json(carriedSchema, { what: 'what the organisation would begin with' }),
      made_at: instant({ source: 'observed' }),
      expires_at: instant({ source: 'derived' }),
      accepted_at: nullable(instant({ source: 'observed', what: 'when you said yes' })),
    },
  },
  mailing: {
    holds: 'a letter to many',
    subject: 'nobody',
    facts: aboutNobody(['contact']),
    writtenFor: ['contact'],
    columns: {
      id: uuid(),
      subject: text(),
      body: text(),
      audience: nullable(text()),
      state: text(),
      due_at: nullable(instant()),
      made_at: instant(),
      begun_at: nullable(instant()),
      finished_at: nullable(instant()),
    },
  },
  delivery: {
    holds: 'the copy of a mailing for one contact',
    subject: { person: 'contact_id' },
    facts: { ...contactFacts, category: 'message', source: 'derived' },
    writtenFor: ['contact'],
    columns: {
      id: uuid({ category: 'identifier' }),
      mailing_id: uuid({ what: 'which mailing it was' }),
      contact_id: uuid({ category: 'identifier' }),
      token_hash: nullable(bytes(guarded)),
      state: text({ what: 'how far it is on its way' }),
      tries: integer(),
      next_try_at: instant(),
      claimed_at: nullable(instant({ source: 'observed' })),
      sent_at: nullable(instant({ source: 'observed', what: 'when your mail server took it' })),
      code: nullable(text({ source: 'observed', what: 'what the mail server answered, as a number' })),
    },
  },
  info_page: {
    holds: 'a page of the site about itself, or for the press',
    subject: 'nobody',
    facts: published,
    writtenFor: ['contact'],
    columns: {
      slug: text(),
      kind: text(),
      title: text(),
      summary: text(),
      body: text(),
      published_at: nullable(instant()),
      changed_at: instant(),
    },
  },
  site_opening: {
    holds: 'whether the site is open yet',
    subject: 'nobody',
    facts: published,
    writtenFor: ['contact'],
    columns: { name: text(), is_coming_soon: boolean(), opens_on: nullable(day()) },
  },
});
