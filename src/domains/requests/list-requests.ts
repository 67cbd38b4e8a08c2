import type { Reading, Writing } from '../../kernel/database/index.ts';
import { noteLookUp } from '../ledger/index.ts';
import { dayOf } from './deadline.ts';
import { selectRecords } from './record-store.ts';
import { countRequests, selectCounts, selectRequest, selectRequests } from './request-store.ts';
import type { RequestCounts, RequestFilter, RequestRow, RequestView } from './request-view.ts';

const page_rows = 50;
const most_records = 500;

/** Requests, what is late first, 50 a page from 1; with the figures of the whole desk. */
export async function listRequests(
  r: Reading<'rights'>,
  filter: RequestFilter,
  page: number,
  timeZone: string,
): Promise<{
  readonly rows: readonly RequestRow[];
  readonly found: number;
  readonly pages: number;
  readonly counts: RequestCounts;
  readonly today: string;
}> {
  const today = dayOf(r.now(), timeZone);
  const [rows, found, counts] = await Promise.all([
    selectRequests(r, filter, page_rows, (page - 1) * page_rows),
    countRequests(r, filter),
    selectCounts(r, today),
  ]);
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
    const fields = ['requester.email', 'requester.name', 'request_record.body'];
    await noteLookUp(w, { personIds, staffId, role: 'operator', purpose: 'rights', fields, count: records.length });
  }
  return { ...row, records };
}
