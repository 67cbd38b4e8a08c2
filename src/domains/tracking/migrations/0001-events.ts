import type { Migration } from '../../../kernel/database/index.ts';

/**
 * No foreign key on persons: a batch would look each of them up and lock their rows. The intake looks who is still
 * there instead, while it holds erasing off.
 */
export const events: Migration = {
  name: 'tracking/0001-events',
  sql: `
    create table visit (
      id uuid primary key,
      person_id uuid,
      started_at timestamptz not null,
      address inet,
      browser text,
      browser_version text,
      system text,
      system_version text
    );
    create index visit_person on visit (person_id);
    create index visit_start on visit (started_at);

    create table event (
      id uuid primary key,
      at timestamptz not null,
      type text not null,
      person_id uuid,
      visit_id uuid,
      place integer,
      course_key text,
      block_id text,
      data jsonb not null
    );
    create index event_person on event (person_id, at);
    create index event_at on event using brin (at);
  `,
};
