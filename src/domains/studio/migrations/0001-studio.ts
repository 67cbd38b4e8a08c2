import type { Migration } from '../../../kernel/database/index.ts';

export const studio: Migration = {
  name: 'studio/0001-studio',
  sql: `
    create table studio_clipboard (
      person_id uuid primary key references person,
      course_key text not null,
      block_hash text not null references course_block (hash),
      is_cut boolean not null,
      taken_at timestamptz not null
    );
    create table studio_autosave (
      person_id uuid not null references person,
      course_key text not null,
      block_id text not null,
      edition text not null,
      kind text not null check (kind in ('html', 'markdown', 'xml')),
      written text not null,
      written_at timestamptz not null,
      primary key (person_id, course_key, block_id)
    );
    create index studio_autosave_course on studio_autosave (course_key, written_at);
    create index studio_autosave_term on studio_autosave (written_at);
  `,
};
