import type { Migration } from '../../../kernel/database/index.ts';

export const waysIn: Migration = {
  name: 'enrolment/0002-ways-in',
  sql: `
    create table enrolment_code (
      id uuid primary key,
      course_key text not null,
      label text not null,
      code_hash bytea not null unique,
      most_uses integer not null,
      uses integer not null check (uses <= most_uses),
      made_at timestamptz not null,
      ends_at timestamptz not null
    );
    create index enrolment_code_course on enrolment_code (course_key);

    create table course_invitation (
      id uuid primary key,
      course_key text not null,
      email text not null,
      role text not null,
      token_hash bytea not null unique,
      made_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      unique (course_key, role, email)
    );
    create index course_invitation_email on course_invitation (email);
  `,
};
