import type { Migration } from '../../../kernel/database/index.ts';

export const organisations: Migration = {
  name: 'organisations/0001-organisations',
  sql: `
    create table organisation (
      key text primary key,
      kind text not null,
      name text not null,
      description text not null,
      logo_hash text,
      accent text,
      opened_at timestamptz not null
    );
    create unique index organisation_key on organisation (lower(key));
  `,
};
