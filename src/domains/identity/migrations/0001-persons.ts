import type { Migration } from '../../../kernel/database/index.ts';

export const persons: Migration = {
  name: 'identity/0001-persons',
  sql: `
    create table person (
      id uuid primary key,
      handle text not null unique,
      email text not null unique check (email = lower(email)),
      email_confirmed_at timestamptz,
      name text not null,
      age_stated_at timestamptz,
      birth_year integer,
      gender text,
      occupation text,
      country text,
      language text,
      time_zone text,
      is_operator boolean not null default false,
      registered_at timestamptz not null
    );
    create index person_unconfirmed on person (registered_at) where email_confirmed_at is null;

    create table credential (
      person_id uuid primary key references person,
      password_hash text not null,
      changed_at timestamptz not null
    );

    create table session (
      id uuid primary key,
      token_hash bytea not null unique,
      person_id uuid not null references person,
      device text,
      created_at timestamptz not null,
      seen_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index session_person on session (person_id);
    create index session_expiry on session (expires_at);

    create table mailed_link (
      token_hash bytea primary key,
      person_id uuid not null references person,
      opens text not null,
      new_email text,
      made_at timestamptz not null,
      expires_at timestamptz not null
    );
    create index mailed_link_person on mailed_link (person_id);
    create index mailed_link_expiry on mailed_link (expires_at);

    create table throttle (
      what text not null,
      who_hash bytea not null,
      opened_at timestamptz not null,
      closes_at timestamptz not null,
      turns integer not null,
      primary key (what, who_hash)
    );
    create index throttle_close on throttle (closes_at);

    create table secret (
      name text primary key,
      value bytea not null,
      made_at timestamptz not null
    );
  `,
};
