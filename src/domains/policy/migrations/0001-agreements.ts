import type { Migration } from '../../../kernel/database/index.ts';

export const agreements: Migration = {
  name: 'policy/0001-agreements',
  sql: `
    create table acknowledgement (
      person_id uuid not null references person,
      document text not null,
      version text not null,
      text_hash text not null,
      stored_in text not null,
      occasion text not null,
      made_at timestamptz not null,
      primary key (person_id, document, version)
    );

    create table consent (
      id uuid primary key,
      person_id uuid not null references person,
      use text not null,
      version text not null,
      shown text not null,
      control text not null,
      given_at timestamptz not null,
      withdrawn_at timestamptz
    );
    create unique index consent_standing on consent (person_id, use) where withdrawn_at is null;
  `,
};
