import type { Reading, Writing } from '../../kernel/database/index.ts';
import type { ReplyTemplate, TemplateDesk } from './reply-template.ts';
import { deleteTemplate, selectTemplates, upsertTemplate } from './template-store.ts';

const most_templates = 100;

/** All templates of a desk by name, at most 100. */
export function listTemplates(r: Reading<'contact'>, desk: TemplateDesk): Promise<ReplyTemplate[]> {
  return selectTemplates(r, desk, most_templates);
}

/** Stores a template, a new one under the id `null`. */
export async function editTemplate(
  w: Writing<'contact'>,
  desk: TemplateDesk,
  template: Omit<ReplyTemplate, 'id'> & { readonly id: string | null },
): Promise<{ readonly type: 'stored' } | { readonly type: 'refused'; readonly because: 'no-words' | 'taken' }> {
  const tidy = {
    id: template.id ?? w.newId(),
    name: template.name.trim().slice(0, 100),
    subject: template.subject.trim().slice(0, 200),
    body: template.body.replace(/\r\n?/g, '\n').trim(),
  };
  if (tidy.name === '' || tidy.subject === '' || tidy.body === '') return { type: 'refused', because: 'no-words' };
  return (await upsertTemplate(w, desk, tidy)) ? { type: 'stored' } : { type: 'refused', because: 'taken' };
}

/** Takes a template away. Replies written from it stay as they are. */
export function removeTemplate(w: Writing<'contact'>, id: string): Promise<void> {
  return deleteTemplate(w, id);
}
