import type { Migration } from '../../../kernel/database/index.ts';

export const learning: Migration = {
  name: 'learning/0001-learning',
  sql: `
    create table block_state (
      person_id uuid not null references person,
      course_key text not null,
      block_id text not null,
      state jsonb not null,
      changed_at timestamptz not null,
      primary key (person_id, course_key, block_id)
    );

    create table submission (
      id uuid primary key,
      person_id uuid not null references person,
      course_key text not null,
      block_id text not null,
      attempt integer not null,
      submitted jsonb not null,
      earned double precision,
      possible double precision,
      submitted_at timestamptz not null,
      unique (person_id, course_key, block_id, attempt)
    );
    create index submission_block on submission (course_key, block_id);

    create table completion (
      person_id uuid not null references person,
      course_key text not null,
      block_id text not null,
      completed_at timestamptz not null,
      primary key (person_id, course_key, block_id)
    );

    create table bookmark (
      person_id uuid not null references person,
      course_key text not null,
      block_id text not null,
      made_at timestamptz not null,
      primary key (person_id, course_key, block_id)
    );

    create table course_position (
      person_id uuid not null references person,
      course_key text not null,
      block_id text not null,
      reached_at timestamptz not null,
      primary key (person_id, course_key)
    );

    create table rendered_unit (
      key text primary key,
      course_key text not null,
      version_id uuid not null,
      rendered bytea not null,
      rendered_at timestamptz not null
    );
    create index rendered_unit_course on rendered_unit (course_key);

    create table course_text (
      course_key text not null,
      block_id text not null,
      title text not null,
      body text not null,
      words tsvector not null,
      primary key (course_key, block_id)
    );
    create index course_text_words on course_text using gin (words);
  `,
};
