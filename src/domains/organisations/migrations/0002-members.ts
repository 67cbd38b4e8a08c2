import type { Migration } from '../../../kernel/database/index.ts';

export const members: Migration = {
  name: 'organisations/0002-members',
  sql: `
    alter table organisation
      add column state text not null default 'open',
      add column host_name text,
      add column host_confirmed_at timestamptz;
    create unique index organisation_host on organisation (host_name) where host_confirmed_at is not null;
    create index organisation_waiting on organisation (state) where state <> 'open';

    create table organisation_member (
      organisation text not null references organisation,
      person_id uuid not null references person,
      role text not null,
      since timestamptz not null,
      primary key (person_id, organisation)
    );
    create index organisation_member_organisation on organisation_member (organisation);

    create table member_invitation (
      id uuid primary key,
      organisation text not null references organisation,
      email text not null,
      role text not null,
      token_hash bytea not null unique,
      made_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index member_invitation_organisation on member_invitation (organisation);
  `,
};
