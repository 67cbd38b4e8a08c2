import type { Migration } from '../../../kernel/database/index.ts';

/** A visit keeps the version of the privacy policy under which it was collected. */
export const policyVersion: Migration = {
  name: 'tracking/0002-policy-version',
  sql: 'alter table visit add column policy_version text',
};
