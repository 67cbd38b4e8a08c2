import { boolean, declareHoldings, type Facts, instant, text, uuid } from '../../kernel/holdings/index.ts';

const facts = {
  category: 'content',
  source: 'given',
  purposes: ['provide'],
  clauses: ['P4'],
  basis: 'contract',
  keep: { with: 'the account' },
  onErase: 'delete',
} as const satisfies Facts;

/** Tables of the studio. What authors make stands in `courses`; here is only what they have in hand. */
export const holdings = declareHoldings({
  studio_clipboard: {
    holds: 'what an author has copied or cut, to paste it elsewhere',
    subject: { person: 'person_id' },
    facts,
    writtenFor: ['provide'],
    columns: {
      person_id: uuid({ what: 'who copied it' }),
      course_key: text({ what: 'the course that it was copied from' }),
      block_hash: text({ what: 'the part of the course that was copied' }),
      is_cut: boolean({ what: 'whether it was cut out' }),
      taken_at: instant({ source: 'observed', what: 'when it was copied' }),
    },
  },
  studio_autosave: {
    holds: 'what an author has written in an editor and not saved yet',
    subject: { person: 'person_id' },
    facts: { ...facts, keep: { days: 30, from: 'written_at' } },
    writtenFor: ['provide'],
    columns: {
      person_id: uuid({ what: 'who wrote it' }),
      course_key: text({ what: 'the course that it was written for' }),
      block_id: text({ what: 'the part of the course that it was written for' }),
      edition: text({ what: 'what stood there when it was begun' }),
      kind: text({ what: 'the kind of editor: HTML, Markdown or XML' }),
      written: text({ what: 'what was written' }),
      written_at: instant({ source: 'observed', what: 'when it was last changed' }),
    },
  },
});
