import { type NamedStatement, type Reading, runNamed } from '../../kernel/database/index.ts';
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
  readonly version_id: string | null;
  readonly is_enrolled: boolean | null;
  readonly role: string | null;
  readonly has_acknowledged: boolean;
  readonly position: string | null;
  readonly is_bookmarked: boolean;
  /** Ids of all blocks of the course that are done, one a line. */
  readonly completed: string | null;
  readonly states: Readonly<Record<string, BlockState>> | null;
}

/**
 * The hottest statement: who it is, whether they may, and how far they are. It joins the tables of identity, policy,
 * courses and enrolment because a statement for each would cost the page more than all the rest of its work.
 */
const statement: NamedStatement = {
  name: 'learning unit page',
  text: `
    select s.id as session_id, s.seen_at, p.id as person_id, p.name, p.language, p.time_zone, p.is_operator,
      (select published_version from course where key = $3) as version_id,
      (select is_active from enrolment where person_id = p.id and course_key = $3) as is_enrolled,
      (select role from course_staff where person_id = p.id and course_key = $3) as role,
      exists (
        select from acknowledgement where person_id = p.id and document = 'privacy' and version = $4
      ) as has_acknowledged,
      (select block_id from course_position where person_id = p.id and course_key = $3) as position,
      exists (select from bookmark where person_id = p.id and course_key = $3 and block_id = $5) as is_bookmarked,
      (
        select string_agg(block_id, E'\\n') from completion where person_id = p.id and course_key = $3
      ) as completed,
      (
        select jsonb_object_agg(block_id, state) from block_state
        where person_id = p.id and course_key = $3 and block_id = any ($6::text[])
      ) as states
    from session s join person p on p.id = s.person_id
    where s.token_hash = $1 and s.expires_at > $2`,
};

export interface UnitPageKey {
  readonly tokenHash: Buffer;
  readonly courseKey: string;
  /** The version of the privacy policy that holds now. */
  readonly policyVersion: string;
  readonly unitId: string;
  /** Blocks of the unit that may have a state. */
  readonly stateful: readonly string[];
}

/** Null when nobody is signed in with the token. */
export async function selectUnitPage(r: Reading<'provide'>, key: UnitPageKey): Promise<UnitPageRow | null> {
  const { tokenHash, courseKey, policyVersion, unitId, stateful } = key;
  const values = [tokenHash, r.now(), courseKey, policyVersion, unitId, stateful];
  const [row] = await runNamed<UnitPageRow>(r, statement, values);
  return row ?? null;
}
