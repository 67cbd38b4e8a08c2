import type { Migration } from '../../../kernel/database/index.ts';

export const legalHold: Migration = {
  name: 'disclosure/0003-legal-hold',
  sql: `
    create table legal_hold (
      id uuid primary key,
      person_id uuid,
      sealed bytea,
      tables text[] not null,
      ground text not null,
      ends_on date not null,
      silence text,
      silent_until date,
      asked_at timestamptz not null,
      approved_at timestamptz,
      lifted_at timestamptz,
      told_at timestamptz,
      freed_at timestamptz,
      check (person_id is null or sealed is null),
      check ((silence is null) = (silent_until is null))
    );
    create index legal_hold_person on legal_hold (person_id);
    create index legal_hold_open on legal_hold (ends_on) where approved_at is not null and lifted_at is null;

    create table hold_step (
      id uuid primary key,
      hold_id uuid not null references legal_hold,
      operator_id uuid,
      step text not null,
      made_at timestamptz not null
    );
    create index hold_step_hold on hold_step (hold_id);
    create index hold_step_operator on hold_step (operator_id);

    create table held_row (
      id uuid primary key,
      hold_id uuid not null references legal_hold,
      table_name text not null,
      row jsonb not null,
      held_at timestamptz not null
    );
    create index held_row_hold on held_row (hold_id);
  `,
};
