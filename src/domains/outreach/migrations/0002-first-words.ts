import type { Migration } from '../../../kernel/database/index.ts';
import { firstForms, firstTemplates } from './first-forms.ts';
import { firstPages } from './first-pages.ts';

const quoted = (value: unknown) => `'${JSON.stringify(value).replaceAll("'", "''")}'::jsonb`;

/** Puts in the forms, templates and pages of a new site. What operators make of them afterwards is theirs. */
export const firstWords: Migration = {
  name: 'outreach/0002-first-words',
  sql: `
    insert into inquiry_form (key, place, audience, lead, host_kind, is_open, fields)
      select f ->> 'key', place, f ->> 'audience', f ->> 'lead', f ->> 'host_kind', true, f -> 'fields'
      from jsonb_array_elements(${quoted(firstForms)}) with ordinality as forms (f, place);

    insert into reply_template (id, name, subject, body)
      select uuidv7(), t ->> 'name', t ->> 'subject', t ->> 'body' from jsonb_array_elements(${quoted(firstTemplates)}) t;

    insert into info_page (slug, kind, title, summary, body, published_at, changed_at)
      select p ->> 'slug', p ->> 'kind', p ->> 'title', p ->> 'summary', p ->> 'body', '2026-11-24T00:00:00Z', '2026-11-24T00:00:00Z'
      from jsonb_array_elements(${quoted(firstPages)}) p;

    insert into site_opening (name, is_coming_soon, opens_on) values ('site', false, null);
  `,
};
