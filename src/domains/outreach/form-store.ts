import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { checkJson } from '../../kernel/holdings/index.ts';
import { holdings } from './holdings.ts';
import type { InquiryForm } from './inquiry-form.ts';

const columns = ['key', 'audience', 'lead', 'host_kind', 'is_open', 'fields'] as const;

export async function selectForms(r: Reading<'provide' | 'contact'>): Promise<InquiryForm[]> {
  const rows = await tables(r, holdings).selectFrom('inquiry_form').select(columns).orderBy('place').execute();
  return rows.map(({ host_kind, is_open, ...same }) => ({
    ...same,
    hostKind: host_kind as InquiryForm['hostKind'],
    isOpen: is_open,
  }));
}

export async function updateForm(w: Writing<'contact'>, form: InquiryForm): Promise<boolean> {
  const fields = checkJson('inquiry_form.fields', holdings.inquiry_form.columns.fields, [...form.fields]);
  const result = await tables(w, holdings)
    .updateTable('inquiry_form')
    .set({
      audience: form.audience,
      lead: form.lead,
      host_kind: form.hostKind,
      is_open: form.isOpen,
      fields: fields as never,
    })
    .where('key', '=', form.key)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
