import type { Migration } from '../../../kernel/database/index.ts';

export const rights: Migration = {
  name: 'identity/0002-rights',
  sql: `
    alter table person add restricted_at timestamptz, add objects_to text[] not null default '{}';
    alter table session add proved_at timestamptz;
  `,
};
