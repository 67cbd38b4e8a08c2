import type { Migration } from '../../../kernel/database/index.ts';

export const byOrganisation: Migration = {
  name: 'courses/0002-by-organisation',
  sql: 'create index course_by_organisation on course (lower(org), key);',
};
