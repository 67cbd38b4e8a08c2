import { holdErasingOff, type NamedStatement, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { VisitRow } from './visits.ts';

export interface EventRow {
  readonly id: string;
  readonly at: Date;
  readonly type: string;
  readonly person_id: string | null;
  readonly visit_id: string | null;
  readonly place: number | null;
  readonly course_key: string | null;
  readonly block_id: string | null;
  readonly data: object;
}

/** One parameter for the whole batch: JSON is written in native code, an array a column is not. */
const insertEvents: NamedStatement = {
  name: 'tracking insert events',
  text: `
    with told as (
      insert into event (id, at, type, person_id, visit_id, place, course_key, block_id, data)
      select e.id, e.at, e.type, e.person_id, e.visit_id, e.place, e.course_key, e.block_id, e.data
      from json_to_recordset($1) as e(
        id uuid, at timestamptz, type text, person_id uuid, visit_id uuid, place integer,
        course_key text, block_id text, data jsonb)
      where e.person_id is null or exists (select from person p where p.id = e.person_id)
      returning 1
    )
    select count(*)::integer as written from told`,
};

const insertVisits: NamedStatement = {
  name: 'tracking insert visits',
  text: `
    insert into visit (
      id, person_id, started_at, policy_version, address, browser, browser_version, system, system_version)
    select v.id, v.person_id, v.started_at, collected_under(v.person_id, v.started_at), v.address,
      v.browser, v.browser_version, v.system, v.system_version
    from json_to_recordset($1) as v(
      id uuid, person_id uuid, started_at timestamptz, address inet,
      browser text, browser_version text, system text, system_version text)
    where exists (select from person p where p.id = v.person_id)`,
};

/** Writes a batch, but for what tells of people who are no longer there. @returns how many events were written */
export async function insertBatch(
  w: Writing<'provide'>,
  visits: readonly VisitRow[],
  events: readonly EventRow[],
): Promise<number> {
  await holdErasingOff(w);
  if (visits.length > 0) await runNamed(w, insertVisits, [JSON.stringify(visits)]);
  const [row] = await runNamed<{ written: number }>(w, insertEvents, [JSON.stringify(events)]);
  return row?.written ?? 0;
}

const batch_rows = 10_000;

/** Deletes events of these people, a batch at a time. @returns how many */
export async function deleteSomeEvents(w: Writing<'rights'>, personIds: readonly string[]): Promise<number> {
  const db = tables(w, holdings);
  const some = db
    .selectFrom('event')
    .select('id')
    .where('person_id', 'in', [...personIds])
    .limit(batch_rows);
  const result = await db.deleteFrom('event').where('id', 'in', some).executeTakeFirst();
  return Number(result.numDeletedRows);
}

export async function deleteVisits(w: Writing<'rights'>, personIds: readonly string[]): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('visit')
    .where('person_id', 'in', [...personIds])
    .execute();
}
