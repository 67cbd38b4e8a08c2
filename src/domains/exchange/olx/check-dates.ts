import { readDate } from '../../courses/index.ts';
import { type Place, type ReadState, report } from './read-state.ts';

const courseDates = ['end', 'enrollment_start', 'enrollment_end', 'announcement'];

/** Says which dates of a block can't be understood, so that they do not count. */
export function checkDates(
  state: ReadState,
  tag: string,
  settings: Readonly<Record<string, unknown>>,
  at: Place,
): void {
  for (const field of ['start', 'due', ...(tag === 'course' ? courseDates : [])]) {
    const value = settings[field];
    const written = typeof value === 'string' ? value.trim().replace(/^"(.*)"$/, '$1') : '';
    if (!written || written === 'null' || readDate(written)) continue;
    report(
      state,
      'warning',
      'bad-date',
      at,
      `${field} is '${written.slice(0, 60)}', which is no date. It counts as not set: write 2031-03-05T14:00:00Z.`,
    );
  }
}
