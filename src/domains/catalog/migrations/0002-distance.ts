import type { Migration } from '../../../kernel/database/index.ts';

/** Counts how many letters two words differ in. */
export const distance: Migration = {
  name: 'catalog/0002-distance',
  sql: 'create extension if not exists fuzzystrmatch;',
};
