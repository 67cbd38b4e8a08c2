import type { Migration } from '../../../kernel/database/index.ts';

export const restriction: Migration = {
  name: 'outreach/0003-restriction',
  sql: 'alter table contact add restricted_at timestamptz;',
};
