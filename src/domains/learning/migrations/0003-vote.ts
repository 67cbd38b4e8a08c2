import type { Migration } from '../../../kernel/database/index.ts';

/** The key counts answers and finds a person's own without reading the table. */
export const vote: Migration = {
  name: 'learning/0003-vote',
  sql: `
    create table vote (
      course_key text not null,
      block_id text not null,
      question text not null,
      answer text not null,
      person_id uuid not null references person,
      times integer not null,
      voted_at timestamptz not null,
      primary key (course_key, block_id, question, answer, person_id) include (times)
    );
    create index vote_person on vote (person_id);
  `,
};
