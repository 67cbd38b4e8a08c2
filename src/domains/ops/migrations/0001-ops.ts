import type { Migration } from '../../../kernel/database/index.ts';

export const opsTables: Migration = {
  name: 'ops/0001-ops',
  sql: `
    create table timed_work (
      name text primary key,
      done_at timestamptz not null
    );

    create table pending_erasure (
      person_id uuid primary key,
      erased_at timestamptz not null
    );`,
};
