import type { Migration } from '../../../kernel/database/index.ts';

export const gradingRequest: Migration = {
  name: 'learning/0002-grading-request',
  sql: `
    create table grading_request (
      id uuid primary key,
      person_id uuid not null references person,
      course_key text not null,
      block_id text not null,
      attempt integer not null,
      queue text not null,
      asked jsonb not null,
      asked_at timestamptz not null,
      taken_at timestamptz
    );
    create index grading_request_queue on grading_request (queue, asked_at);
    create index grading_request_person on grading_request (person_id);
  `,
};
