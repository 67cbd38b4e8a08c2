import { type NamedStatement, type Reading, runNamed, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';

export async function insertContactLookUps(
  w: Writing<'contact'>,
  look: {
    readonly contactIds: readonly string[];
    readonly role: string;
    readonly purpose: string;
    readonly fields: readonly string[];
  },
): Promise<void> {
  const rows = look.contactIds.map((contact_id) => ({
    id: w.newId(),
    contact_id,
    at: w.now(),
    role: look.role,
    purpose: look.purpose,
    fields: [...look.fields],
  }));
  await tables(w, holdings).insertInto('contact_look_up').values(rows).execute();
}

const accountsOf: NamedStatement = {
  name: 'outreach accounts of contacts',
  text: 'select p.id from contact c join person p on p.email = c.email where c.id = any ($1::uuid[])',
};

/** The accounts with the addresses of these contacts. */
export async function selectAccountsOf(r: Reading<'contact'>, contactIds: readonly string[]): Promise<string[]> {
  const rows = await runNamed<{ id: string }>(r, accountsOf, [contactIds]);
  return rows.map(({ id }) => id);
}

/** The newest looks of operators at what a contact sent, for their own ledger. */
export async function selectContactLookUps(
  r: Reading<'contact'>,
  contactId: string,
): Promise<{ readonly at: Date; readonly role: string; readonly fields: readonly string[] }[]> {
  return tables(r, holdings)
    .selectFrom('contact_look_up')
    .select(['at', 'role', 'fields'])
    .where('contact_id', '=', contactId)
    .orderBy('at', 'desc')
    .limit(500)
    .execute();
}
