import { sql } from 'kysely';
import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

export interface Contact {
  readonly id: string;
  readonly email: string;
  readonly language: string | null;
  readonly confirmed_at: Date | null;
  readonly restricted_at: Date | null;
}

type LinkKind = 'confirm' | 'mine';

const contactColumns = [
  'contact.id',
  'contact.email',
  'contact.language',
  'contact.confirmed_at',
  'contact.restricted_at',
] as const;

/** The contact with this address, made when there is none, also when two ask at once. */
export async function ensureContact(w: Writing<'contact'>, email: string, language: string | null): Promise<Contact> {
  await tables(w, holdings)
    .insertInto('contact')
    .values({ id: w.newId(), email, language, made_at: w.now() })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .execute();
  // Locked: an erasure that runs at the same time comes before or after, not in between.
  return tables(w, holdings)
    .selectFrom('contact')
    .select(contactColumns)
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function selectContactByEmail(r: Reading<'contact'>, email: string): Promise<Contact | null> {
  const query = tables(r, holdings).selectFrom('contact').select(contactColumns).where('email', '=', email);
  return (await query.executeTakeFirst()) ?? null;
}

/** The address is theirs, and mail reaches them. */
export async function updateConfirmed(w: Writing<'contact'>, id: string): Promise<void> {
  await tables(w, holdings)
    .updateTable('contact')
    .set({ confirmed_at: w.now(), undeliverable_at: null })
    .where('id', '=', id)
    .execute();
}

export async function updateUndeliverable(w: Writing<'contact'>, id: string): Promise<void> {
  await tables(w, holdings).updateTable('contact').set({ undeliverable_at: w.now() }).where('id', '=', id).execute();
}

export async function updateComplained(w: Writing<'contact'>, id: string): Promise<void> {
  await tables(w, holdings).updateTable('contact').set({ complained_at: w.now() }).where('id', '=', id).execute();
}

/** Of a restriction that stands, the first moment stays. */
export async function updateRestricted(w: Writing<'contact'>, id: string, isRestricted: boolean): Promise<void> {
  const restricted_at = isRestricted ? sql<Date>`coalesce(restricted_at, ${w.now()})` : null;
  await tables(w, holdings).updateTable('contact').set({ restricted_at }).where('id', '=', id).execute();
}

export async function insertContactLink(
  w: Writing<'contact'>,
  link: {
    readonly token_hash: Buffer;
    readonly contact_id: string;
    readonly opens: LinkKind;
    readonly inquiry_id: string | null;
    readonly expires_at: Date;
  },
): Promise<void> {
  await tables(w, holdings)
    .insertInto('contact_link')
    .values({ ...link, made_at: w.now() })
    .execute();
}

/** Uses a link up: of two that come at once with it, one gets it. */
export async function deleteContactLink(
  w: Writing<'contact'>,
  hash: Buffer,
): Promise<{ readonly contact_id: string; readonly inquiry_id: string | null } | null> {
  const link = await tables(w, holdings)
    .deleteFrom('contact_link')
    .where('token_hash', '=', hash)
    .where('opens', '=', 'confirm')
    .where('expires_at', '>', w.now())
    .returning(['contact_id', 'inquiry_id'])
    .executeTakeFirst();
  return link ?? null;
}

/** Whose sign-up the link opens; it works until its term is over. */
export async function selectLinkedContact(r: Reading<'contact'>, hash: Buffer): Promise<Contact | null> {
  const contact = await tables(r, holdings)
    .selectFrom('contact_link')
    .innerJoin('contact', 'contact.id', 'contact_link.contact_id')
    .select(contactColumns)
    .where('token_hash', '=', hash)
    .where('opens', '=', 'mine')
    .where('expires_at', '>', r.now())
    .executeTakeFirst();
  return contact ?? null;
}

/** Links whose term is over, and contacts who confirmed nothing and of whom nothing is left. @returns how many rows */
export async function deleteLoneContacts(w: Writing<'contact'>): Promise<number> {
  const result = await tables(w, holdings)
    .deleteFrom('contact')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('inquiry').select('inquiry.id').whereRef('inquiry.contact_id', '=', 'contact.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contact_consent')
            .select('contact_consent.id')
            .whereRef('contact_consent.contact_id', '=', 'contact.id')
            .where('withdrawn_at', 'is', null),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
