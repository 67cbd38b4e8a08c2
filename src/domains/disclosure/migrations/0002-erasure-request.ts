import type { Migration } from '../../../kernel/database/index.ts';

export const erasureRequest: Migration = {
  name: 'disclosure/0002-erasure-request',
  sql: `
    create table erasure_request (
      person_id uuid primary key references person,
      token_hash bytea not null unique,
      asked_at timestamptz not null,
      due_at timestamptz not null,
      was_restricted boolean not null
    );
    create index erasure_request_due on erasure_request (due_at);
  `,
};
