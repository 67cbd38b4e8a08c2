import { aboutNobody, declareHoldings, instant, nullable, text, uuid } from '../../kernel/holdings/index.ts';

/** The table of the catalogue: about courses, and nobody. */
export const holdings = declareHoldings({
  catalog_entry: {
    holds: 'what the catalogue says of a published course',
    subject: 'nobody',
    facts: { ...aboutNobody(['provide', 'improve']), source: 'derived' },
    writtenFor: ['provide'],
    columns: {
      course_key: text(),
      version_id: uuid(),
      title: text(),
      short_description: text(),
      organisation_key: text(),
      organisation_name: text(),
      language: text(),
      subject: nullable(text()),
      starts_at: nullable(instant()),
      ends_at: nullable(instant()),
      image_hash: nullable(text()),
      image_name: nullable(text()),
      folded_title: text(),
      folded_text: text(),
      refreshed_at: instant(),
    },
  },
});
