import type { Migration } from '../../../kernel/database/index.ts';

export const importsOfPerson: Migration = {
  name: 'exchange/0002-imports-of-a-person',
  sql: 'create index course_import_person on course_import (person_id);',
};
