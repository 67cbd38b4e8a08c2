import type { Migration } from '../../../kernel/database/index.ts';

export const assets: Migration = {
  name: 'assets/0001-assets',
  sql: `
    create table asset (
      hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
      media_type text not null,
      size_bytes integer not null,
      added_at timestamptz not null
    );
  `,
};
