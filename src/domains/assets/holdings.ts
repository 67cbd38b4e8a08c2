import { aboutNobody, declareHoldings, instant, integer, text } from '../../kernel/holdings/index.ts';

/** The table of files that courses brought. The bytes lie in the file store. */
export const holdings = declareHoldings({
  asset: {
    holds: 'a file of a course, known by the hash of its bytes',
    subject: 'nobody',
    facts: aboutNobody(['provide', 'improve']),
    writtenFor: ['provide'],
    columns: { hash: text(), media_type: text(), size_bytes: integer(), added_at: instant() },
  },
});
