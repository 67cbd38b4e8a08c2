import type { Writing } from '../../kernel/database/index.ts';
import { noteLookUp } from '../ledger/index.ts';
import { dayOf } from './deadline.ts';
import { selectRecords } from './record-store.ts';
import { countRequests, selectCounts, selectRequest, selectRequests } from './request-store.ts';
import type { RequestCounts, RequestFilter, RequestRow, RequestView } from './request-view.ts';

const page_rows = 50;
const most_records = 500;

/**
 * Requests, what is late first, 50 a page from 1; with the figures of the whole desk. That an operator saw who asks is
 * noted in the ledgers of those who have an account.
 */
export async function listRequests(
  w: Writing<'rights'>,
  filter: RequestFilter,
  page: number,
  { timeZone, staffId }: { readonly timeZone: string; readonly staffId: string },
): Promise<{
  readonly rows: readonly RequestRow[];
  readonly found: number;
  readonly pages: number;
  readonly counts: RequestCounts;
  readonly today: string;
}> {
  const today = dayOf(w.now(), timeZone);
  const rows = await selectRequests(w, filter, page_rows, (page - 1) * page_rows);
  const found = await countRequests(w, filter);
  const counts = await selectCounts(w, today);
  const personIds = rows.flatMap(({ person_id }) => person_id ?? []);
  const fields = ['requester.email', 'privacy_request.name', 'privacy_request.kind'];
  await noteLookUp(w, { personIds, staffId, role: 'operator', purpose: 'rights', fields, count: 1 });
  return { rows, found, pages: Math.max(1, Math.ceil(found / page_rows)), counts, today };
}

/**
 * One request with its records, or null. That an operator looked at it is noted in the ledger of whoever asked, where
 * they have an account.
 */
export async function openRequest(w: Writing<'rights'>, id: string, staffId: string): Promise<RequestView | null> {
  const row = await selectRequest(w, id);
  if (!row || row.state === 'unconfirmed') return null;
  const records = await selectRecords(w, id, most_records);
  if (row.person_id) {
    const personIds = [row.person_id];
    const fields = ['requester.email', 'privacy_request.name', 'request_record.body'];
    await noteLookUp(w, { personIds, staffId, role: 'operator', purpose: 'rights', fields, count: records.length });
  }
  return { ...row, records };
}
