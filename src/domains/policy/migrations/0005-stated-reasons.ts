import type { Migration } from '../../../kernel/database/index.ts';

/** Why a field said that it asks, beside what was answered. */
export const statedReasons: Migration = {
  name: 'policy/0005-stated-reasons',
  sql: `
    create table stated_reason (
      person_id uuid not null references person,
      field text not null,
      shown text not null,
      version text not null,
      answered_at timestamptz not null,
      primary key (person_id, field)
    );
  `,
};
