import { type RawBuilder, sql } from 'kysely';

/** Conditions on a row of `contact`, for statements of the stores. */

/** Nobody wants these data only stored: neither the contact nor an account with the same address. */
export const isInUse: RawBuilder<boolean> = sql<boolean>`
  contact.restricted_at is null
  and not exists (select from person p where p.email = contact.email and p.restricted_at is not null)`;

/** No account with the same address objects to letters that nobody needs. */
export const takesMailings: RawBuilder<boolean> = sql<boolean>`
  not exists (select from person p where p.email = contact.email and 'contact' = any (p.objects_to))`;
