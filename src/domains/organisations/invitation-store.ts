import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { MemberRole } from './rights.ts';

/** An invitation that is open. */
export interface OpenInvitation {
  readonly id: string;
  readonly organisationKey: string;
  readonly email: string;
  readonly role: MemberRole;
  readonly expires_at: Date;
}

const columns = ['id', 'organisation', 'email', 'role', 'expires_at'] as const;

interface Row {
  readonly id: string;
  readonly organisation: string;
  readonly email: string;
  readonly role: string;
  readonly expires_at: Date;
}

/** A new invitation of the same address takes the place of the old one, whose link then opens nothing. */
export async function insertInvitation(
  w: Writing<'provide'>,
  invitation: Omit<OpenInvitation, 'id'> & { readonly tokenHash: Buffer },
): Promise<string> {
  const { organisationKey: organisation, email, role, tokenHash: token_hash, expires_at } = invitation;
  await tables(w, holdings)
    .deleteFrom('member_invitation')
    .where('organisation', '=', organisation)
    .where('email', '=', email)
    .execute();
  const id = w.newId();
  await tables(w, holdings)
    .insertInto('member_invitation')
    .values({ id, organisation, email, role, token_hash, made_at: w.now(), expires_at })
    .execute();
  return id;
}

export async function selectInvitations(r: Reading<'provide'>, key: string, limit: number): Promise<OpenInvitation[]> {
  const rows = await tables(r, holdings)
    .selectFrom('member_invitation')
    .select(columns)
    .where('organisation', '=', key)
    .where('expires_at', '>', r.now())
    .orderBy('made_at')
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export async function selectInvitation(r: Reading<'provide'>, tokenHash: Buffer): Promise<OpenInvitation | null> {
  const row = await tables(r, holdings)
    .selectFrom('member_invitation')
    .select(columns)
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', r.now())
    .executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Uses an invitation up: of two who come at once with the same link, one gets it. */
export async function takeInvitation(w: Writing<'provide'>, tokenHash: Buffer): Promise<OpenInvitation | null> {
  const row = await tables(w, holdings)
    .deleteFrom('member_invitation')
    .where('token_hash', '=', tokenHash)
    .returning(columns)
    .executeTakeFirst();
  return row && row.expires_at > w.now() ? fromRow(row) : null;
}

export async function deleteInvitation(w: Writing<'provide'>, key: string, id: string): Promise<void> {
  await tables(w, holdings)
    .deleteFrom('member_invitation')
    .where('organisation', '=', key)
    .where('id', '=', id)
    .execute();
}

function fromRow({ organisation: organisationKey, role, ...same }: Row): OpenInvitation {
  return { ...same, organisationKey, role: role as MemberRole };
}
