import { aboutNobody, declareHoldings, filled, instant, text } from './index.ts';

/** The kernel's own table. */
export const holdings = declareHoldings({
  migration: {
    holds: 'a step that the database has taken',
    subject: 'nobody',
    facts: aboutNobody([]),
    writtenFor: [],
    columns: { name: text(), taken_at: filled(instant()) },
  },
});
