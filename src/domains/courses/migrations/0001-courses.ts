import type { Migration } from '../../../kernel/database/index.ts';

export const courses: Migration = {
  name: 'courses/0001-courses',
  sql: `
    create table course_content (
      hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
      body bytea not null
    );
    create table course_block (
      hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
      tag text not null,
      name text not null,
      attributes jsonb not null,
      content text references course_content (hash),
      layout text references course_content (hash),
      error text,
      embedded jsonb not null,
      source jsonb not null,
      children text[] not null
    );
    create table course_manifest (
      hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
      body jsonb not null
    );
    create table course (
      key text primary key,
      kind text not null check (kind in ('course', 'library')),
      org text not null,
      number text not null,
      run text not null,
      is_listed boolean not null,
      created_at timestamptz not null,
      draft_version uuid,
      -- What is no draft: the version last published, or the main part of the archive last imported.
      base_version uuid,
      published_version uuid
    );
    -- Two keys that differ only in capital letters can't be told apart by people.
    create unique index course_key on course (lower(key));
    create index course_org on course (org);
    create table course_version (
      id uuid primary key,
      course text not null references course (key),
      number integer not null,
      parent uuid references course_version (id),
      author uuid,
      made_at timestamptz not null,
      message text not null,
      root text not null references course_block (hash),
      manifest text not null references course_manifest (hash),
      unique (course, number)
    );
    create index course_version_author on course_version (author) where author is not null;
    alter table course
      add foreign key (draft_version) references course_version (id),
      add foreign key (base_version) references course_version (id),
      add foreign key (published_version) references course_version (id);
  `,
};
