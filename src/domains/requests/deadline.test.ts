import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf, daysBetween, dueOn, lastDayToExtend } from './deadline.ts';

const plain = { isExtended: false, paused_days: 0 };
const days = fc
  .integer({ min: 0, max: 36_524 })
  .map((count) => Temporal.PlainDate.from('2000-01-01').add({ days: count }).toString());

it.each([
  ['2027-01-31', '2027-02-28', '2027-04-30'],
  ['2028-01-31', '2028-02-29', '2028-04-30'],
  ['2027-08-31', '2027-09-30', '2027-11-30'],
  ['2026-11-30', '2026-12-30', '2027-02-28'],
  ['2026-12-15', '2027-01-15', '2027-03-15'],
  ['2028-02-29', '2028-03-29', '2028-05-29'],
])('what came on %s is due on %s, extended on %s', (received_on, due, extended) => {
  expect(dueOn({ ...plain, received_on })).toBe(due);
  expect(dueOn({ ...plain, received_on, isExtended: true })).toBe(extended);
});

it('is due on the same day of the next month, or on its last', () => {
  fc.assert(
    fc.property(days, (received_on) => {
      const from = Temporal.PlainDate.from(received_on);
      const due = Temporal.PlainDate.from(dueOn({ ...plain, received_on }));
      expect((due.month + 11) % 12).toBe(from.month % 12);
      expect(due.day).toBe(Math.min(from.day, due.daysInMonth));
      expect(daysBetween(received_on, due.toString())).toBeGreaterThanOrEqual(28);
      expect(daysBetween(received_on, due.toString())).toBeLessThanOrEqual(31);
    }),
  );
});

it('never gives an earlier day to what came later', () => {
  fc.assert(
    fc.property(days, days, fc.boolean(), (one, other, isExtended) => {
      const [first, second] = [one, other].sort() as [string, string];
      const due = (received_on: string) => dueOn({ received_on, isExtended, paused_days: 0 });
      expect(due(first) <= due(second)).toBe(true);
    }),
  );
});

it('stands still for exactly as long as identity is checked, and extends by two months', () => {
  fc.assert(
    fc.property(days, fc.nat(200), fc.boolean(), (received_on, paused_days, isExtended) => {
      const without = dueOn({ received_on, isExtended, paused_days: 0 });
      expect(daysBetween(without, dueOn({ received_on, isExtended, paused_days }))).toBe(paused_days);
      const last = lastDayToExtend({ received_on, isExtended, paused_days });
      expect(last).toBe(dueOn({ received_on, isExtended: false, paused_days }));
      const more = daysBetween(last, dueOn({ received_on, isExtended: true, paused_days }));
      expect(more).toBeGreaterThanOrEqual(58);
      expect(more).toBeLessThanOrEqual(62);
    }),
  );
});

it("takes the day from the operator's clock on the wall", () => {
  const moment = new Date('2027-01-30T11:30:00Z');
  expect(dayOf(moment, 'Pacific/Auckland')).toBe('2027-01-31');
  expect(dayOf(moment, 'America/Los_Angeles')).toBe('2027-01-30');
  // The night on which Lisbon's clocks are put back has its hour twice, and one day.
  expect(dayOf(new Date('2026-10-24T23:30:00Z'), 'Europe/Lisbon')).toBe('2026-10-25');
  expect(dayOf(new Date('2026-10-25T00:30:00Z'), 'Europe/Lisbon')).toBe('2026-10-25');
});
