import type { Reading, Writing } from '../../kernel/database/index.ts';
import { selectForms, updateForm } from './form-store.ts';
import { findFormFault, type InquiryForm } from './inquiry-form.ts';

/** All forms, closed ones too, in the order of the page. */
export function listForms(r: Reading<'provide' | 'contact'>): Promise<InquiryForm[]> {
  return selectForms(r);
}

/** The form with this key, or null. */
export async function findForm(r: Reading<'provide' | 'contact'>, key: string): Promise<InquiryForm | null> {
  return (await selectForms(r)).find((form) => form.key === key) ?? null;
}

/** Stores the words of a form, which fields it asks, and whether it is open. Operators only; the page sees to that. */
export async function editForm(
  w: Writing<'contact'>,
  form: InquiryForm,
): Promise<
  | { readonly type: 'stored' }
  | {
      readonly type: 'refused';
      readonly because: 'fault';
      readonly fault: NonNullable<ReturnType<typeof findFormFault>>;
    }
  | { readonly type: 'refused'; readonly because: 'no-such-form' }
> {
  const fault = findFormFault(form);
  if (fault) return { type: 'refused', because: 'fault', fault };
  return (await updateForm(w, form)) ? { type: 'stored' } : { type: 'refused', because: 'no-such-form' };
}
