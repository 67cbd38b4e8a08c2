import type { Migration } from '../../../kernel/database/index.ts';

export const erasureTable: Migration = {
  name: 'disclosure/0001-erasure',
  sql: `
    create table erasure (
      person_id uuid primary key,
      erased_at timestamptz not null,
      is_listed boolean not null
    );`,
};
