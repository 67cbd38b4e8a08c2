import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

/** As what somebody is asked into a course. */
export type InvitedAs = 'learner' | 'staff' | 'beta';

/** An invitation into a course. */
export interface CourseInvitation {
  readonly id: string;
  readonly courseKey: string;
  readonly email: string;
  readonly role: InvitedAs;
  readonly expires_at: Date;
  readonly accepted_at: Date | null;
}

const columns = ['id', 'course_key', 'email', 'role', 'expires_at', 'accepted_at'] as const;

interface Row {
  readonly id: string;
  readonly course_key: string;
  readonly email: string;
  readonly role: string;
  readonly expires_at: Date;
  readonly accepted_at: Date | null;
}

/** New invitations take the place of older ones of the same address, whose links then open nothing. */
export async function insertInvitations(
  w: Writing<'provide'>,
  asked: { readonly courseKey: string; readonly role: InvitedAs; readonly expires_at: Date },
  invitations: readonly { readonly id: string; readonly email: string; readonly tokenHash: Buffer }[],
): Promise<void> {
  const { courseKey: course_key, role, expires_at } = asked;
  const emails = invitations.map(({ email }) => email);
  await tables(w, holdings)
    .deleteFrom('course_invitation')
    .where('course_key', '=', course_key)
    .where('role', '=', role)
    .where('email', 'in', emails)
    .execute();
  const row = { course_key, role, expires_at, made_at: w.now(), accepted_at: null };
  await tables(w, holdings)
    .insertInto('course_invitation')
    .values(invitations.map(({ id, email, tokenHash: token_hash }) => ({ ...row, id, email, token_hash })))
    .execute();
}

export async function selectInvitations(
  r: Reading<'provide'>,
  courseKey: string,
  roles: readonly InvitedAs[],
  page: { readonly limit: number; readonly offset: number },
): Promise<{ invitations: CourseInvitation[]; all: number }> {
  const rows = await tables(r, holdings)
    .selectFrom('course_invitation')
    .select(columns)
    .select((e) => e.fn.countAll<string>().over().as('all'))
    .where('course_key', '=', courseKey)
    .where('role', 'in', roles)
    .orderBy('made_at', 'desc')
    .orderBy('email')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { invitations: rows.map(fromRow), all: Number(rows[0]?.all ?? 0) };
}

export async function countInvitations(r: Reading<'provide'>, courseKey: string): Promise<number> {
  const row = await tables(r, holdings)
    .selectFrom('course_invitation')
    .select((e) => e.fn.countAll<string>().as('number'))
    .where('course_key', '=', courseKey)
    .executeTakeFirstOrThrow();
  return Number(row.number);
}

/** The open invitation of a link. */
export async function selectInvitation(r: Reading<'provide'>, tokenHash: Buffer): Promise<CourseInvitation | null> {
  const row = await openByLink(r, tokenHash).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The same, locked: of two who come at once with the same link, one gets it. */
export async function lockInvitation(w: Writing<'provide'>, tokenHash: Buffer): Promise<CourseInvitation | null> {
  const row = await openByLink(w, tokenHash).forUpdate().executeTakeFirst();
  return row ? fromRow(row) : null;
}

export async function markAccepted(w: Writing<'provide'>, id: string): Promise<void> {
  await tables(w, holdings)
    .updateTable('course_invitation')
    .set({ accepted_at: w.now() })
    .where('id', '=', id)
    .execute();
}

export async function deleteInvitation(
  w: Writing<'provide'>,
  courseKey: string,
  roles: readonly InvitedAs[],
  id: string,
): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('course_invitation')
    .where('course_key', '=', courseKey)
    .where('role', 'in', roles)
    .where('id', '=', id)
    .execute();
}

function openByLink(r: Reading<'provide'>, tokenHash: Buffer) {
  return tables(r, holdings)
    .selectFrom('course_invitation')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('accepted_at', 'is', null)
    .where('expires_at', '>', r.now());
}

function fromRow({ course_key: courseKey, role, ...same }: Row): CourseInvitation {
  const { id, email, expires_at, accepted_at } = same;
  return { id, email, expires_at, accepted_at, courseKey, role: role as InvitedAs };
}
