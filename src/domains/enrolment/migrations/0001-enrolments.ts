import type { Migration } from '../../../kernel/database/index.ts';

export const enrolments: Migration = {
  name: 'enrolment/0001-enrolments',
  sql: `
    create table enrolment (
      id uuid primary key,
      person_id uuid not null references person,
      course_key text not null,
      is_active boolean not null,
      enrolled_at timestamptz not null,
      unique (person_id, course_key)
    );
    create index enrolment_course on enrolment (course_key) where is_active;

    create table enrolment_change (
      id uuid primary key,
      enrolment_id uuid not null references enrolment,
      became text not null,
      changed_at timestamptz not null
    );
    create index enrolment_change_enrolment on enrolment_change (enrolment_id);

    create table course_staff (
      person_id uuid not null references person,
      course_key text not null,
      role text not null,
      since timestamptz not null,
      primary key (person_id, course_key)
    );
    create index course_staff_course on course_staff (course_key);
  `,
};
