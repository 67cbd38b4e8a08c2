import { expect, it } from 'vitest';
import { findHoldFaults, newestDayOver } from './hold.ts';

const now = new Date('2026-11-24T12:00:00Z');
const form = {
  ground: 'Court of Lisbon, 12/2026',
  tables: ['person'],
  endsOn: '2028-11-24',
  telling: 'now',
  silence: '',
  silentUntil: '',
};
const silent = { telling: 'later', silence: 'The court said so', silentUntil: '2027-01-31' };
const find = (change: Partial<typeof form>) => findHoldFaults({ ...form, ...change }, ['person'], now);

it('may last two years, and be kept from its person for one', () => {
  expect(find({})).toBeNull();
  expect(find(silent)).toBeNull();
});

it.each([
  ['ground', { ground: ' ' }, 'empty'],
  ['ground', { ground: 'x'.repeat(2001) }, 'too-long'],
  ['tables', { tables: [] }, 'empty'],
  ['tables', { tables: ['held_row'] }, 'unknown-table'],
  ['endsOn', { endsOn: '31.1.2027' }, 'no-day'],
  ['endsOn', { endsOn: '2026-11-24' }, 'no-day'],
  ['endsOn', { endsOn: '2028-12-01' }, 'too-far'],
  ['telling', { telling: '' }, 'no-choice'],
  ['silence', { ...silent, silence: '' }, 'empty'],
  ['silentUntil', { ...silent, silentUntil: '2028-01-01' }, 'too-far'],
])('says what is wrong with its field %s', (field, change, fault) => {
  expect(find(change)).toEqual({ [field]: fault });
});

it('ends no day before it is over everywhere', () => {
  expect(newestDayOver(new Date('2026-11-25T11:59:59Z'))).toBe('2026-11-23');
  expect(newestDayOver(new Date('2026-11-25T12:00:00Z'))).toBe('2026-11-24');
});
