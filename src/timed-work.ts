import type { Mail } from './build-mail.ts';
import type { PrivacyMailbox } from './build-mailbox.ts';
import { endTerms, eraseDue } from './domains/disclosure/index.ts';
import { appendLeaves } from './domains/ledger/index.ts';
import {
  type Metrics,
  type Purge,
  purgeWhenDue,
  startClock,
  type TimedWork,
  type WorkClock,
  type WorkWatcher,
} from './domains/ops/index.ts';
import { forgetLoneContacts } from './domains/outreach/index.ts';
import { forgetWithdrawn } from './domains/tracking/index.ts';
import { systemClock } from './kernel/clock.ts';
import type { Database } from './kernel/database/index.ts';
import type { Log } from './kernel/log/log.ts';
import { map } from './map.ts';

const tick_ms = 30_000;
const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;

/** Winds the clock, by which terms end. */
export function windClock(
  purge: Purge,
  mail: Mail | null,
  mailbox: PrivacyMailbox | null,
  log: Log,
  metrics: Metrics,
): WorkClock {
  const watcher: WorkWatcher = {
    onDone: (task, count) => {
      metrics.countWork(task, 'done', systemClock());
      if (count > 0) log.info('timed work was done', { task, count });
    },
    onFailed: (task, error) => {
      metrics.countWork(task, 'failed', systemClock());
      log.fault('timed work failed', error, { task });
    },
  };
  const { database } = purge;
  const works = [...listTimedWork(database, mail), ...mailboxWork(mailbox), purgeWork(purge)];
  return startClock(database, works, watcher, tick_ms);
}

/** All that the clock asks for and a serving role may do, in one list: terms that end, and letters that wait for another try. */
export function listTimedWork(database: Database, mail: Mail | null): readonly TimedWork[] {
  const sending: TimedWork[] = mail
    ? [
        { name: 'send mail again', every_ms: minute_ms, run: () => mail.postOffice.deliver().then(() => 0) },
        // Not awaited: a long mailing is no long transaction.
        { name: 'send mailings', every_ms: minute_ms, run: () => Promise.resolve(mail.sendMailings()).then(() => 0) },
      ]
    : [];
  return [
    ...sending,
    { name: 'append to the ledger', every_ms: tick_ms / 2, run: () => appendLeaves(database) },
    { name: 'end terms', every_ms: 60 * minute_ms, run: () => endTerms(database, map) },
    { name: 'forget what a yes was taken back for', every_ms: minute_ms, run: () => forgetWithdrawn(database) },
    { name: 'erase who asked for it', every_ms: minute_ms, run: () => eraseDue(database, map) },
    { name: 'forget lone contacts', every_ms: day_ms, run: () => database.write('contact', forgetLoneContacts) },
  ];
}

/** Overwrites what erasures left in the database's files. */
function purgeWork(purge: Purge): TimedWork {
  return { name: 'purge what was erased', every_ms: 5 * minute_ms, run: () => purgeWhenDue(purge) };
}

/** Not awaited: a slow mail server is no long transaction. */
function mailboxWork(mailbox: PrivacyMailbox | null): TimedWork[] {
  if (!mailbox) return [];
  return [
    {
      name: 'read the privacy mailbox',
      every_ms: 2 * minute_ms,
      run: () => Promise.resolve(mailbox.look()).then(() => 0),
    },
  ];
}
