import { askTogether, type BatchLimits } from '../../kernel/batch.ts';
import { type NamedStatement, type Reading, runNamed } from '../../kernel/database/index.ts';
import { consentUses } from '../policy/index.ts';
import type { BlockState } from './block-state.ts';

/** All that a unit's page asks the database, in one row. */
export interface UnitPageRow {
  readonly session_id: string;
  readonly seen_at: Date;
  readonly person_id: string;
  readonly name: string;
  readonly language: string | null;
  readonly time_zone: string | null;
  readonly is_operator: boolean;
  readonly is_restricted: boolean;
  readonly objects: boolean;
  readonly version_id: string | null;
  readonly is_enrolled: boolean | null;
  readonly role: string | null;
  /** What was answered to each document that holds now; null for having gone on. */
  readonly answers: readonly (string | null)[];
  readonly has_consented: boolean;
  readonly position: string | null;
  readonly is_bookmarked: boolean;
  /** Ids of all blocks of the course that are done, one a line. */
  readonly completed: string | null;
  readonly states: Readonly<Record<string, BlockState>> | null;
}

/**
 * The hottest statement: who it is, whether they may, and how far they are, for all pages that were asked for at about
 * the same time. It joins the tables of identity, policy, courses and enrolment because a statement for each would cost
 * the page more than all the rest of its work; it answers many at once because a round trip costs more than a row.
 */
const statement: NamedStatement = {
  name: 'learning unit pages',
  text: `
    select a.at::int, s.id as session_id, s.seen_at, p.id as person_id, p.name, p.language, p.time_zone, p.is_operator,
      p.restricted_at is not null as is_restricted, 'improve' = any (p.objects_to) as objects,
      course.published_version as version_id,
      (select is_active from enrolment where person_id = p.id and course_key = a.course_key) as is_enrolled,
      coalesce(
        (
          select 'staff' from organisation_member member
          where member.person_id = p.id and lower(member.organisation) = lower(course.org)
        ),
        (select role from course_staff where person_id = p.id and course_key = a.course_key)
      ) as role,
      array (
        select answer from acknowledgement
        where person_id = p.id and document || ' ' || version = any (string_to_array(a.documents, E'\\n'))
      ) as answers,
      exists (
        select from consent where person_id = p.id and use = 'improve' and wording = $7 and withdrawn_at is null
      ) as has_consented,
      (select block_id from course_position where person_id = p.id and course_key = a.course_key) as position,
      exists (
        select from bookmark where person_id = p.id and course_key = a.course_key and block_id = a.unit_id
      ) as is_bookmarked,
      (
        select string_agg(block_id, E'\\n') from completion where person_id = p.id and course_key = a.course_key
      ) as completed,
      (
        select jsonb_object_agg(block_id, state) from block_state
        where person_id = p.id and course_key = a.course_key and block_id = any (string_to_array(a.stateful, E'\\n'))
      ) as states
    from unnest($2::bytea[], $3::text[], $4::text[], $5::text[], $6::text[])
      with ordinality as a (token_hash, documents, course_key, unit_id, stateful, at)
    join session s on s.token_hash = a.token_hash and s.expires_at > $1
    join person p on p.id = s.person_id
    left join course on course.key = a.course_key`,
};

export interface UnitPageKey {
  readonly tokenHash: Buffer;
  readonly courseKey: string;
  /** The documents' versions that hold now, as `versionsAt` gives them. */
  readonly documents: string;
  readonly unitId: string;
  /** Blocks of the unit that may have a state. */
  readonly stateful: readonly string[];
}

/** Two statements at a time keep both PostgreSQL and us at work; more would only be smaller. */
const limits: BatchLimits = { most_together: 32, most_underway: 2 };

/** Asks for one page's row, together with whoever asks now; null when nobody is signed in with the token. */
export function createUnitPageRows(r: Reading<'provide'>): (key: UnitPageKey) => Promise<UnitPageRow | null> {
  return askTogether((keys: readonly UnitPageKey[]) => selectUnitPages(r, keys), limits);
}

async function selectUnitPages(r: Reading<'provide'>, keys: readonly UnitPageKey[]): Promise<(UnitPageRow | null)[]> {
  const values = [
    r.now(),
    keys.map(({ tokenHash }) => tokenHash),
    keys.map(({ documents }) => documents),
    keys.map(({ courseKey }) => courseKey),
    keys.map(({ unitId }) => unitId),
    keys.map(({ stateful }) => stateful.join('\n')),
    consentUses.improve.wording,
  ];
  const rows = await runNamed<UnitPageRow & { readonly at: number }>(r, statement, values);
  const found: (UnitPageRow | null)[] = keys.map(() => null);
  for (const row of rows) found[row.at - 1] = row;
  return found;
}
