import {
  declareHoldings,
  type Facts,
  instant,
  integer,
  json,
  nullable,
  text,
  uuid,
} from '../../kernel/holdings/index.ts';
import { importReport } from './course-import.ts';

/** How long the report of an import can be read. */
const report_days = 30;

const importFacts = {
  category: 'record',
  source: 'given',
  purposes: ['provide'],
  clauses: ['P4'],
  basis: 'contract',
  keep: { days: report_days, from: 'made_at' },
  onErase: 'delete',
} as const satisfies Facts;

/** The table of exchange: archives that were uploaded, and what came of them. */
export const holdings = declareHoldings({
  course_import: {
    holds: 'an archive that somebody uploaded to make a course of it, and what came of it',
    subject: { person: 'person_id' },
    facts: importFacts,
    writtenFor: ['provide'],
    columns: {
      id: uuid({ category: 'identifier', source: 'derived' }),
      organisation: text({ what: 'the organisation' }),
      person_id: nullable(uuid({ category: 'identifier', onErase: 'decorrelate' })),
      file_name: text({ what: 'the name of the file' }),
      state: text({ source: 'derived', what: 'how far it is' }),
      step: text({ source: 'derived' }),
      step_count: integer({ source: 'derived' }),
      course_key: nullable(text({ source: 'derived', what: 'the course that was made' })),
      report: nullable(json(importReport, { source: 'derived', what: 'what was found in it' })),
      reason: nullable(text({ source: 'derived', what: 'why it failed' })),
      made_at: instant({ source: 'observed' }),
      touched_at: instant({ source: 'observed' }),
    },
  },
});
