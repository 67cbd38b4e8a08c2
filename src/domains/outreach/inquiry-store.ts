import { type Reading, tables, type Writing } from '../../kernel/database/index.ts';
import { checkJson } from '../../kernel/holdings/index.ts';
import { holdings } from './holdings.ts';
import type { Answers, Asked } from './inquiry.ts';

export interface NewInquiry {
  readonly id: string;
  readonly contactId: string;
  readonly formKey: string;
  readonly answers: Answers;
  readonly asked: Asked;
  readonly policyVersion: string;
  readonly wantsUpdates: boolean;
  readonly updatesShown: string;
}

export async function insertInquiry(w: Writing<'contact'>, inquiry: NewInquiry): Promise<void> {
  const { columns } = holdings.inquiry;
  await tables(w, holdings)
    .insertInto('inquiry')
    .values({
      id: inquiry.id,
      contact_id: inquiry.contactId,
      form_key: inquiry.formKey,
      answers: checkJson('inquiry.answers', columns.answers, inquiry.answers) as never,
      asked: checkJson('inquiry.asked', columns.asked, inquiry.asked) as never,
      policy_version: inquiry.policyVersion,
      wants_updates: inquiry.wantsUpdates,
      updates_shown: inquiry.updatesShown,
      state: 'new',
      tags: [],
      received_at: w.now(),
    })
    .execute();
}

/** @returns what was asked for with it; null when it is gone */
export async function confirmInquiryRow(
  w: Writing<'contact'>,
  id: string,
): Promise<{
  readonly wants_updates: boolean;
  readonly updates_shown: string;
  readonly policy_version: string;
} | null> {
  const row = await tables(w, holdings)
    .updateTable('inquiry')
    .set({ confirmed_at: w.now() })
    .where('id', '=', id)
    .returning(['wants_updates', 'updates_shown', 'policy_version'])
    .executeTakeFirst();
  return row ?? null;
}

/** A contact's own, newest first, with the form's heading. */
export async function selectInquiriesOf(r: Reading<'contact'>, contactId: string, limit: number) {
  return tables(r, holdings)
    .selectFrom('inquiry')
    .innerJoin('inquiry_form', 'inquiry_form.key', 'inquiry.form_key')
    .select(['inquiry.id', 'audience', 'answers', 'asked', 'received_at', 'inquiry.confirmed_at'])
    .where('contact_id', '=', contactId)
    .orderBy('received_at', 'desc')
    .limit(limit)
    .execute();
}
