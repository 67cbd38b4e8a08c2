import { tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

export type LinkKind = 'confirm-address' | 'new-password' | 'new-address';

export interface TakenLink {
  readonly person_id: string;
  readonly new_email: string | null;
  readonly expires_at: Date;
}

export async function insertLink(
  w: Writing<'secure'>,
  link: {
    readonly token_hash: Buffer;
    readonly person_id: string;
    readonly opens: LinkKind;
    readonly new_email: string | null;
    readonly made_at: Date;
    readonly expires_at: Date;
  },
): Promise<void> {
  await tables(w, holdings).insertInto('mailed_link').values(link).execute();
}

export async function selectLink(w: Writing<'secure'>, hash: Buffer, opens: LinkKind): Promise<TakenLink | null> {
  const link = await tables(w, holdings)
    .selectFrom('mailed_link')
    .select(['person_id', 'new_email', 'expires_at'])
    .where('token_hash', '=', hash)
    .where('opens', '=', opens)
    .executeTakeFirst();
  return link ?? null;
}

/** Two that come at once with the same link: one of them gets it. */
export async function deleteLink(w: Writing<'secure'>, hash: Buffer, opens: LinkKind): Promise<TakenLink | null> {
  const link = await tables(w, holdings)
    .deleteFrom('mailed_link')
    .where('token_hash', '=', hash)
    .where('opens', '=', opens)
    .returning(['person_id', 'new_email', 'expires_at'])
    .executeTakeFirst();
  return link ?? null;
}

export async function deleteLinksOf(w: Writing<'secure'>, personId: string): Promise<void> {
  await tables(w, holdings).deleteFrom('mailed_link').where('person_id', '=', personId).execute();
}
