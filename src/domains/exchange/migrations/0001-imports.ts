import type { Migration } from '../../../kernel/database/index.ts';

export const imports: Migration = {
  name: 'exchange/0001-imports',
  sql: `
    create table course_import (
      id uuid primary key,
      organisation text not null references organisation,
      person_id uuid references person,
      file_name text not null,
      state text not null,
      step text not null,
      step_count integer not null,
      course_key text,
      report jsonb,
      reason text,
      made_at timestamptz not null,
      touched_at timestamptz not null
    );
    create index course_import_organisation on course_import (organisation, made_at);
  `,
};
