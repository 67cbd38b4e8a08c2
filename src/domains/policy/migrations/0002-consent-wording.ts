import type { Migration } from '../../../kernel/database/index.ts';

/** Which wording of a use a yes was given to. */
export const consentWording: Migration = {
  name: 'policy/0002-consent-wording',
  sql: `
    alter table consent add column wording integer not null default 1;
    alter table consent alter column wording drop default;
  `,
};
