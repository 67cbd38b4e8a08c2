import { setTimeout as wait } from 'node:timers/promises';
import type { Database, Writing } from '../../kernel/database/index.ts';
import { newSecret } from '../../kernel/ids.ts';
import { explainFailure, type MailTransport } from '../../kernel/mail/index.ts';
import { hashSecret } from '../identity/index.ts';
import { composeMailing } from './compose-mailing.ts';
import { updateUndeliverable } from './contact-store.ts';
import {
  type ClaimedDelivery,
  claimDelivery,
  finishMailings,
  insertDeliveries,
  lockSending,
  markUnsure,
  updateDelivery,
} from './delivery-store.ts';
import type { MailingWords } from './letters.ts';
import type { Mailing } from './mailing.ts';
import { lockDueMailings, updateMailing } from './mailing-store.ts';

/** After so many failures a copy is refused. */
const most_tries = 8;
/** Longer than any talk with a mail server: a copy claimed before that belongs to a process that is gone. */
const lost_ms = 15 * 60_000;
const begun_mailings = 10;

/** Sends mailings, one copy after the other. */
export interface MailingSender {
  /** Begins what is due and sends until nothing waits; calls while it works are one call. Wire it to a timer. */
  work(): Promise<void>;
  /** Sends one copy to an operator, recorded nowhere. Its way out leads nowhere. */
  sendTest(
    mailing: Pick<Mailing, 'subject' | 'body'>,
    to: string,
  ): Promise<{ readonly type: 'sent' } | { readonly type: 'refused'; readonly code: string }>;
  /** Waits for the copy under way. */
  close(): Promise<void>;
}

/**
 * The sender of mailings. A copy is claimed in a transaction of its own, sent, and marked. When a process is killed in
 * between nobody knows whether the server took the copy, so it is never sent again: nobody is mailed twice, and at
 * most one copy a process is in doubt, which the mailing's page shows. The rate holds for all processes together.
 */
export function createMailingSender(options: {
  readonly database: Database;
  readonly transport: MailTransport;
  readonly words: MailingWords;
  readonly perMinute: number;
  /** Told when a copy failed: the server's answer code, nothing personal. */
  readonly onFailed: (code: string) => void;
}): MailingSender {
  const { database, transport, words, onFailed } = options;
  const gap_ms = 60_000 / options.perMinute;
  const closing = new AbortController();
  let underWay: Promise<void> | null = null;

  /** @returns whether to go on */
  async function sendOne(copy: ClaimedDelivery, secret: string): Promise<boolean> {
    const { email, language } = copy;
    try {
      await transport.send({ to: email, ...composeMailing(copy, { language, secret }, words) });
      await database.write('contact', (w) => updateDelivery(w, copy.id, { state: 'sent' }));
      return true;
    } catch (error) {
      const failure = explainFailure(error);
      onFailed(failure.code);
      await database.write('contact', (w) => putOff(w, copy, failure));
      // A server that is not there is not there for the next copy either.
      return /^\d/.test(failure.code);
    }
  }

  async function sendAll(): Promise<void> {
    await database.write('contact', beginDue);
    while (!closing.signal.aborted) {
      const secret = newSecret();
      const next = await database.write('contact', (w) => claimNext(w, gap_ms, hashSecret(secret)));
      if (next.type === 'nothing') break;
      if (next.type === 'wait') await wait(next.ms, null, { signal: closing.signal }).catch(() => {});
      else if (!(await sendOne(next.copy, secret))) break;
    }
    await database.write('contact', finishMailings);
  }

  return {
    work() {
      underWay ??= sendAll().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    async sendTest(mailing, to) {
      try {
        await transport.send({ to, ...composeMailing(mailing, { language: null, secret: 'test' }, words) });
        return { type: 'sent' };
      } catch (error) {
        return { type: 'refused', code: explainFailure(error).code };
      }
    },
    async close() {
      closing.abort();
      await underWay?.catch(() => {});
    },
  };
}

async function beginDue(w: Writing<'contact'>): Promise<void> {
  await markUnsure(w, new Date(w.now().getTime() - lost_ms));
  for (const mailing of await lockDueMailings(w, begun_mailings)) {
    await insertDeliveries(w, mailing);
    await updateMailing(w, mailing.id, ['scheduled'], { state: 'sending', begun_at: w.now() });
  }
}

type Next =
  | { readonly type: 'copy'; readonly copy: ClaimedDelivery }
  | { readonly type: 'wait'; readonly ms: number }
  | { readonly type: 'nothing' };

async function claimNext(w: Writing<'contact'>, gap_ms: number, tokenHash: Buffer): Promise<Next> {
  const last = await lockSending(w);
  const ms = last ? last.getTime() + gap_ms - w.now().getTime() : 0;
  if (ms > 0) return { type: 'wait', ms };
  const copy = await claimDelivery(w, tokenHash);
  if (copy === 'left-out') return { type: 'wait', ms: 0 };
  return copy ? { type: 'copy', copy } : { type: 'nothing' };
}

/** Again later, never again, or in doubt. */
async function putOff(
  w: Writing<'contact'>,
  { id, contact_id, tries }: ClaimedDelivery,
  { code, isSurelyUnsent, isForGood }: ReturnType<typeof explainFailure>,
): Promise<void> {
  if (!isSurelyUnsent) return updateDelivery(w, id, { state: 'unsure', code });
  if (!isForGood && tries < most_tries) {
    const next_try_at = new Date(w.now().getTime() + 60_000 * 2 ** (tries - 1));
    return updateDelivery(w, id, { state: 'waiting', code, next_try_at });
  }
  await updateDelivery(w, id, { state: 'refused', code });
  if (isForGood) await updateUndeliverable(w, contact_id);
}
