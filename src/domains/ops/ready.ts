import { setTimeout } from 'node:timers/promises';
import type { Reading } from '../../kernel/database/index.ts';
import { askDatabase } from './ops-store.ts';

const patience_ms = 2000;

/** Whether this process can serve now. */
export type Readiness =
  | { readonly type: 'ready' }
  | { readonly type: 'not-ready'; readonly because: 'database-silent' };

/** Asks the database, for at most two seconds. Never throws: what it learns is the answer. */
export async function checkReady(r: Reading<'provide'>): Promise<Readiness> {
  const given = new AbortController();
  const answered = askDatabase(r).then(
    () => true,
    () => false,
  );
  const late = setTimeout(patience_ms, false, { signal: given.signal, ref: false }).catch(() => false);
  const isReady = await Promise.race([answered, late]);
  given.abort();
  return isReady ? { type: 'ready' } : { type: 'not-ready', because: 'database-silent' };
}
