import { type NamedStatement, type Reading, runNamed } from '../../kernel/database/index.ts';

/** Who takes a course, as its team may see it. */
export interface Learner {
  readonly personId: string;
  readonly handle: string;
  readonly name: string;
  readonly enrolled_at: Date;
}

/** Names are identity's: one statement joins them, since a course may have more learners than fit in memory. */
const statement: NamedStatement = {
  name: 'enrolment learners',
  text: `
    select p.id as "personId", p.handle, p.name, e.enrolled_at, count(*) over ()::int as all
    from enrolment e join person p on p.id = e.person_id
    where e.course_key = $1 and e.is_active and p.restricted_at is null
      and ($2 = '' or position(lower($2) in lower(p.name)) > 0)
    order by lower(p.name), p.id limit $3 offset $4`,
};

export async function selectLearners(
  r: Reading<'provide'>,
  asked: { readonly courseKey: string; readonly text: string; readonly limit: number; readonly offset: number },
): Promise<{ learners: Learner[]; all: number }> {
  const rows = await runNamed<Learner & { readonly all: number }>(r, statement, [
    asked.courseKey,
    asked.text,
    asked.limit,
    asked.offset,
  ]);
  return { learners: rows.map(({ all: _all, ...learner }) => learner), all: rows[0]?.all ?? 0 };
}

const byHandle: NamedStatement = {
  name: 'enrolment learner by handle',
  text: `
    select p.id from enrolment e join person p on p.id = e.person_id
    where e.course_key = $1 and e.is_active and p.handle = $2`,
};

export async function selectLearnerId(
  r: Reading<'provide'>,
  courseKey: string,
  handle: string,
): Promise<string | null> {
  const [row] = await runNamed<{ readonly id: string }>(r, byHandle, [courseKey, handle]);
  return row?.id ?? null;
}
