import type { Migration } from '../../../kernel/database/index.ts';

/**
 * Versions posted by operators, drafts of them, what people answered to a notice, and the Honor Code course by course.
 * What was posted stays as it was: not even the owner changes it by mistake.
 */
export const documents: Migration = {
  name: 'policy/0003-documents',
  sql: `
    create table document_version (
      kind text not null,
      version text not null,
      effective_at timestamptz not null,
      text text not null,
      posted_at timestamptz not null,
      primary key (kind, version),
      unique (kind, effective_at)
    );
    create function refuse_change() returns trigger language plpgsql as
      $$ begin raise exception 'what was posted is not changed'; end $$;
    create trigger posted_for_ever before update or delete on document_version
      for each statement execute function refuse_change();

    create table document_draft (
      kind text primary key,
      text text not null,
      changed_at timestamptz not null
    );

    alter table acknowledgement add column answer text, add column answered_at timestamptz;

    create table honor_code_acceptance (
      person_id uuid not null references person,
      course_key text not null,
      version text not null,
      text_hash text not null,
      accepted_at timestamptz not null,
      primary key (person_id, course_key, version)
    );
  `,
};
