import type { Migration } from '../../../kernel/database/index.ts';
import { privacyTemplates } from './privacy-templates.ts';

const quoted = `'${JSON.stringify(privacyTemplates).replaceAll("'", "''")}'::jsonb`;

/** Templates are of one desk, so that nobody answers a request about privacy with an invitation; the first for privacy. */
export const templateDesks: Migration = {
  name: 'outreach/0004-template-desks',
  sql: `
    alter table reply_template add column desk text not null default 'hosting';
    alter table reply_template alter column desk drop default;
    alter table reply_template drop constraint reply_template_name_key;
    alter table reply_template add unique (desk, name);
    insert into reply_template (id, desk, name, subject, body)
      select uuidv7(), 'privacy', t ->> 'name', t ->> 'subject', t ->> 'body' from jsonb_array_elements(${quoted}) t;
  `,
};
