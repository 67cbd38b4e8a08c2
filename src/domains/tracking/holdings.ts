import {
  address,
  declareHoldings,
  type Facts,
  instant,
  integer,
  json,
  nullable,
  text,
  uuid,
} from '../../kernel/holdings/index.ts';
import { eventData } from './events.ts';

/** How long what is observed stays. The privacy policy says the same numbers. */
export const terms = { event_days: 730, visit_days: 180, wholeAddress_days: 30 } as const;

const behaviourFacts = {
  category: 'behaviour',
  source: 'observed',
  purposes: ['improve'],
  clauses: ['P5'],
  basis: 'consent',
  keep: { days: terms.event_days, from: 'at' },
  onErase: 'delete',
} as const satisfies Facts;

/** Tables of tracking: what was done, and apart from it from where. */
export const holdings = declareHoldings({
  visit: {
    holds: 'from where, and with which browser, a person came for a while',
    subject: { person: 'person_id' },
    facts: {
      ...behaviourFacts,
      category: 'network',
      clauses: ['P6'],
      purposes: ['improve', 'secure'],
      keep: { days: terms.visit_days, from: 'started_at' },
    },
    writtenFor: ['provide', 'secure'],
    columns: {
      id: uuid({ category: 'identifier' }),
      person_id: nullable(uuid({ category: 'identifier' })),
      started_at: instant(),
      policy_version: nullable(
        text({
          clauses: ['P2'],
          source: 'derived',
          what: 'the version of the privacy policy under which the visit was collected',
        }),
      ),
      address: nullable(
        address({
          purposes: ['secure'],
          keep: { days: terms.wholeAddress_days, from: 'started_at', leaves: 'network' },
          what: 'the internet address; when its own term is over, only the network that it belongs to',
        }),
      ),
      browser: nullable(text({ what: 'the browser' })),
      browser_version: nullable(text({ what: "the browser's main version" })),
      system: nullable(text({ what: 'the operating system' })),
      system_version: nullable(text({ what: "the system's version" })),
    },
  },
  event: {
    holds: 'one thing that was done on the site',
    subject: { person: 'person_id' },
    facts: behaviourFacts,
    writtenFor: ['provide', 'improve'],
    columns: {
      id: uuid({ category: 'identifier' }),
      at: instant({ what: 'when; to the hour where it is tied to nobody' }),
      type: text({ what: 'what was done' }),
      person_id: nullable(uuid({ category: 'identifier' })),
      visit_id: nullable(uuid({ what: 'the visit that it was part of' })),
      place: nullable(integer({ what: 'its place in the order of the visit' })),
      course_key: nullable(text({ what: 'the course' })),
      block_id: nullable(text({ what: 'the part of the course' })),
      data: json(eventData),
    },
  },
});
