import type { Migration } from '../../../kernel/database/index.ts';

/** Who took a yes back lately is asked every minute. */
export const withdrawn: Migration = {
  name: 'policy/0006-withdrawn',
  sql: 'create index consent_withdrawn on consent (withdrawn_at) where withdrawn_at is not null',
};
