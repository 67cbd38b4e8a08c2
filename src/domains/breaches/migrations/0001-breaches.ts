import type { Migration } from '../../../kernel/database/index.ts';

export const breaches: Migration = {
  name: 'breaches/0001-breaches',
  sql: `
    create table breach (
      id uuid primary key,
      title text not null,
      what text not null,
      measures text not null,
      risk text not null,
      known_at timestamptz not null,
      noted_at timestamptz not null,
      authority_told_at timestamptz,
      authority_note text,
      closed_at timestamptz
    );
    create table breach_extent (
      id uuid primary key,
      breach_id uuid not null references breach on delete cascade,
      table_name text not null,
      column_names text[] not null,
      from_at timestamptz not null,
      to_at timestamptz not null,
      which text not null,
      check (from_at <= to_at)
    );
    create index breach_extent_breach on breach_extent (breach_id);
    create table breach_notice (
      breach_id uuid not null references breach on delete cascade,
      person_id uuid not null,
      told_at timestamptz not null,
      primary key (breach_id, person_id)
    );
    create index breach_notice_person on breach_notice (person_id);
  `,
};
