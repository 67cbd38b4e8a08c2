import { aboutNobody, declareHoldings, instant, nullable, text } from '../../kernel/holdings/index.ts';

/** The table of organisations: who hosts courses here. Their members come with a later storey. */
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
    },
  },
});
