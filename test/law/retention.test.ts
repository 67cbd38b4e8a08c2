// Proves P5, P6, P9b, P14.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endTerms } from '../../src/domains/disclosure/index.ts';
import { daysBefore } from '../../src/kernel/clock.ts';
import { factsOf, type Holdings, subjectsOf } from '../../src/kernel/holdings/index.ts';
import { map } from '../../src/map.ts';
import { aDatabase, type TestDatabase } from '../support/test-database.ts';
import { type Canary, fillTables } from './fill-tables.ts';

const day_ms = 24 * 60 * 60 * 1000;
const years = 10;
const step_days = 73;
const begin = new Date('2026-11-24T10:00:00Z');

let now = begin;
let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase({ clock: () => now });
});
afterAll(() => database.close());

function at(days: number): Date {
  return new Date(begin.getTime() + days * day_ms);
}

function somebody(): Canary {
  const mark = crypto.randomUUID().slice(0, 8);
  return { id: crypto.randomUUID(), email: `${mark}@lake.example`, name: `Ada ${mark}` };
}

/** Tables about people whose rows have a term: its days, and where it runs from. */
const withTerm = Object.entries(map).flatMap(([table, { facts, subject }]) =>
  'days' in facts.keep && subject !== 'nobody'
    ? [{ table, days: facts.keep.days, from: facts.keep.from, rows: subjectsOf(map[table]!).length }]
    : [],
);

/** Columns that are empty until something was confirmed. */
const unconfirmed = Object.entries(map).flatMap(([table, { sooner }]) => (sooner ? [{ table, ...sooner }] : []));

async function countRows(table: string): Promise<number> {
  const [row] = await database.asOwner<{ count: string }>(`select count(*) from "${table}"`);
  return Number(row!.count);
}

it('lets everything go when its term is over, and nothing before, for ten years', { timeout: 120_000 }, async () => {
  expect(withTerm.length).toBeGreaterThan(5);
  const confirmed: Date[] = [];
  for (let days = 0; days <= years * 365; days += step_days) {
    now = at(days);
    const isConfirmed = (days / step_days) % 2 === 0;
    await fillTables(database, map, somebody(), now);
    if (isConfirmed) confirmed.push(now);
    else
      for (const { table, unless, from } of unconfirmed)
        await database.asOwner(`update "${table}" set "${unless}" = null where "${from}" = $1`, [now]);
    await endTerms(database, map);
    for (const { table, days: term_days, rows } of withTerm) {
      const due = confirmed.filter((moment) => moment > daysBefore(now, term_days)).length;
      const fresh = !isConfirmed && term_days > 0 ? 1 : 0;
      expect(await countRows(table), `${table} after ${days} days`).toBe((due + fresh) * rows);
    }
    expect(await countRows('person')).toBe(confirmed.length + (isConfirmed ? 0 : 1));
  }
});

it('cuts an address down to its network when its own term is over, and not before', async () => {
  await fillTables(database, map, somebody(), now);
  const { keep } = factsOf(map.visit!, 'address');
  const days = 'days' in keep ? keep.days : 0;
  const begun = now;
  const newest = async () =>
    database.asOwner<{ address: string }>('select address::text as address from visit where started_at = $1', [begun]);
  now = new Date(begun.getTime() + days * day_ms - 1);
  await endTerms(database, map);
  expect(await newest()).toContainEqual({ address: '203.0.113.7/32' });
  now = new Date(begun.getTime() + days * day_ms);
  await endTerms(database, map);
  expect(new Set((await newest()).map(({ address }) => address))).toEqual(new Set(['203.0.113.0/24']));
});

it('keeps another term as soon as the map says so', async () => {
  await fillTables(database, map, somebody(), now);
  const event = map.event!;
  const shorter: Holdings = { ...map, event: { ...event, facts: { ...event.facts, keep: { days: 12, from: 'at' } } } };
  const begun = now;
  const left = () => database.asOwner('select from event where at = $1', [begun]);
  now = new Date(now.getTime() + 12 * day_ms);
  await endTerms(database, map);
  expect(await left()).toHaveLength(1);
  await endTerms(database, shorter);
  expect(await left()).toEqual([]);
});
