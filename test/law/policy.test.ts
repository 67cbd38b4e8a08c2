import { expect, it } from 'vitest';
import { sessionTerms } from '../../src/domains/identity/index.ts';
import { outreachTerms } from '../../src/domains/outreach/index.ts';
import { readDocuments } from '../../src/domains/policy/index.ts';
import { terms } from '../../src/domains/tracking/index.ts';
import { factsOf, subjectsOf } from '../../src/kernel/holdings/index.ts';
import { map } from '../../src/map.ts';

const site = {
  siteName: 'Lake School',
  operatorName: 'Lake University',
  privacyAddress: 'privacy@lake.example',
  storagePlace: 'in Portugal',
  minimumAge_years: 16,
};
const documents = readDocuments('policy', site);
const today = new Date('2026-11-24T10:00:00Z');

it('has a clause for everything that is promised', () => {
  const { clauses } = documents.currentDocument('privacy', today);
  const promised = ['P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9a', 'P9b', 'P9c', 'P9d', 'P10a', 'P10b'];
  expect(clauses.map(({ id }) => id)).toEqual([...promised, 'P10c', 'P10d', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16']);
});

it('rests every column about people on a clause that the privacy policy has', () => {
  const { clauses } = documents.currentDocument('privacy', today);
  const known = new Set(clauses.map(({ id }) => id));
  for (const [name, table] of Object.entries(map)) {
    if (subjectsOf(table).every((subject) => subject === 'nobody')) continue;
    for (const column of Object.keys(table.columns)) {
      const named = factsOf(table, column).clauses;
      expect(
        named.filter((id) => !known.has(id)),
        `${name}.${column}`,
      ).toEqual([]);
    }
  }
});

it('names the terms in the policy that the software keeps', () => {
  const { text } = documents.currentDocument('privacy', today);
  expect(terms).toEqual({ event_days: 2 * 365, visit_days: 180, wholeAddress_days: 30 });
  expect(text).toContain('They are deleted after two years.');
  expect(text.replaceAll('\n', ' ')).toContain(
    'After 30 days the address is cut down to the network that it belongs to; after 180 days the whole is deleted.',
  );
  expect(outreachTerms).toMatchObject({ unconfirmed_days: 7, inquiry_days: 2 * 365 });
  expect(text.replaceAll('\n', ' ')).toContain('is deleted after seven days, the rest after two years');
  expect(sessionTerms.idle_days).toBe(30);
  expect(text.replaceAll('\n', ' ')).toContain('30 days after your last visit');
});

it('fills in who runs the site, and leaves no blank', () => {
  for (const kind of ['privacy', 'terms', 'honor-code'] as const) {
    const { text, title } = documents.currentDocument(kind, today);
    expect(text).not.toMatch(/\{\{|\{#/);
    expect(title.length).toBeGreaterThan(5);
  }
  const { text } = documents.currentDocument('privacy', today);
  for (const fact of Object.values(site)) expect(text).toContain(String(fact));
});
