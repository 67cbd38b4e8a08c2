import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { holdings } from './holdings.ts';
import type { ReplyTemplate, TemplateDesk } from './reply-template.ts';

export async function selectTemplates(
  r: Reading<'contact'>,
  desk: TemplateDesk,
  limit: number,
): Promise<ReplyTemplate[]> {
  return tables(r, holdings)
    .selectFrom('reply_template')
    .select(['id', 'name', 'subject', 'body'])
    .where('desk', '=', desk)
    .orderBy('name')
    .limit(limit)
    .execute();
}

/** @returns false when another has the name */
export async function upsertTemplate(
  w: Writing<'contact'>,
  desk: TemplateDesk,
  template: ReplyTemplate,
): Promise<boolean> {
  const { id, ...words } = template;
  const other = await tables(w, holdings)
    .selectFrom('reply_template')
    .select('id')
    .where('desk', '=', desk)
    .where('name', '=', template.name)
    .where('id', '!=', id)
    .executeTakeFirst();
  if (other) return false;
  await tables(w, holdings)
    .insertInto('reply_template')
    .values({ ...template, desk })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(words))
    .execute();
  return true;
}

export async function deleteTemplate(w: Writing<'contact'>, id: string): Promise<void> {
  await tables(w, holdings).deleteFrom('reply_template').where('id', '=', id).execute();
}
