import type { Migration } from '../../../kernel/database/index.ts';

/**
 * Under which version of the privacy policy something of a person was collected: the newest that they had taken note of
 * by then, and did not refuse. The database asks it row by row where a later version added a purpose, whatever the
 * asking role may read itself.
 */
export const collectedUnder: Migration = {
  name: 'policy/0004-collected-under',
  sql: `
    create function collected_under(person uuid, moment timestamptz) returns text
      language sql stable security definer set search_path = pg_catalog, public as $$
        select max(version) from acknowledgement
        where person_id = person and document = 'privacy' and made_at <= moment and answer is distinct from 'disagrees'
      $$;
  `,
};
