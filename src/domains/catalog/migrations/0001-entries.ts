import type { Migration } from '../../../kernel/database/index.ts';

export const entries: Migration = {
  name: 'catalog/0001-entries',
  sql: `
    create extension if not exists pg_trgm;
    create table catalog_entry (
      course_key text primary key references course on delete cascade,
      version_id uuid not null,
      title text not null,
      short_description text not null,
      organisation_key text not null,
      organisation_name text not null,
      language text not null,
      subject text,
      starts_at timestamptz,
      ends_at timestamptz,
      image_hash text,
      image_name text,
      folded_title text not null,
      folded_text text not null,
      refreshed_at timestamptz not null
    );
    create index catalog_entry_text on catalog_entry using gin (folded_text gin_trgm_ops);
    create index catalog_entry_organisation on catalog_entry (organisation_key);
  `,
};
