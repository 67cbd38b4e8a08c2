import type { Migration } from '../../../kernel/database/index.ts';

export const register: Migration = {
  name: 'gate/0001-register',
  sql: `
    create table disclosure_entry (
      id uuid primary key,
      way text not null,
      ground text not null,
      document text,
      fingerprint text,
      recipient text,
      why text not null,
      fields text[] not null,
      persons integer not null,
      silence text,
      silent_until date,
      state text not null,
      asked_at timestamptz not null,
      approved_at timestamptz,
      given_at timestamptz,
      told_at timestamptz,
      check ((silence is null) = (silent_until is null))
    );
    create index disclosure_entry_asked on disclosure_entry (asked_at);

    create table disclosure_step (
      id uuid primary key,
      entry_id uuid not null references disclosure_entry,
      operator_id uuid,
      step text not null,
      made_at timestamptz not null
    );
    create index disclosure_step_entry on disclosure_step (entry_id);
    create index disclosure_step_operator on disclosure_step (operator_id);
    create unique index disclosure_step_approved on disclosure_step (entry_id, operator_id) where step = 'approved';

    create table disclosure_subject (
      id uuid primary key,
      entry_id uuid not null references disclosure_entry,
      person_id uuid,
      sealed bytea,
      told_at timestamptz,
      check (person_id is null or sealed is null)
    );
    create index disclosure_subject_entry on disclosure_subject (entry_id);
    create index disclosure_subject_person on disclosure_subject (person_id);
  `,
};
