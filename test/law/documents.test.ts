import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sessionTerms } from '../../src/domains/identity/index.ts';
import { outreachTerms } from '../../src/domains/outreach/index.ts';
import { compareClauses, documentKinds, readClauseChecks, readDocuments } from '../../src/domains/policy/index.ts';
import { terms } from '../../src/domains/tracking/index.ts';
import { factsOf, type Holdings, subjectsOf } from '../../src/kernel/holdings/index.ts';
import { map } from '../../src/map.ts';
import { law } from './law.ts';

const site = {
  siteName: 'Lake School',
  operatorName: 'Lake University',
  privacyAddress: 'privacy@lake.example',
  storagePlace: 'in Portugal',
  minimumAge_years: 16,
};
const documents = readDocuments('policy', site);
const today = new Date('2026-11-24T10:00:00Z');
const privacy = documents.currentDocument('privacy', today);
const policy = (version = privacy.version) => readFileSync(`policy/privacy/${version}.md`, 'utf8');

law('P0 P13 P15 T12', 'the documents say whose the site is, whom to write to and where data lie, and leave no blank', {
  whole: () => documentKinds.map((kind) => documents.currentDocument(kind, today).text),
  keeps: (texts) => {
    for (const fact of Object.values(site)) expect(texts.join()).toContain(String(fact));
    for (const text of texts.slice(0, 2)) expect(text).toContain(`mailto:${site.privacyAddress}`);
    for (const text of texts) expect(text).not.toMatch(/\{\{|\{#/);
  },
  breaks: (texts) => [policy(), ...texts.slice(1)],
});

law('P5 P6 P7 P9b P9d', 'the terms that the policy names are those that the software keeps', {
  whole: (): Readonly<Record<string, number>> => {
    return { ...terms, ...outreachTerms, session_days: sessionTerms.idle_days };
  },
  keeps: (kept) => {
    const text = privacy.text.replaceAll('\n', ' ');
    const said = (pattern: RegExp) => Number(pattern.exec(text)?.[1]);
    expect(text).toContain('They are deleted after two years.');
    expect(kept.event_days).toBe(2 * 365);
    expect(said(/After (\d+) days the address is cut down to the network/)).toBe(kept.wholeAddress_days);
    expect(said(/after (\d+) days the whole is deleted/)).toBe(kept.visit_days);
    expect(said(/any more (\d+) days after your last visit/)).toBe(kept.session_days);
    expect(text).toContain('is deleted after seven days, the rest after two years');
    expect(kept).toMatchObject({ unconfirmed_days: 7, inquiry_days: 2 * 365 });
  },
  breaks: (kept) => ({ ...kept, visit_days: 181 }),
});

law('P9d P14', 'every column about people rests on a clause that the policy has', {
  whole: () => map,
  keeps: (held) => expect(clauselessColumns(held)).toEqual([]),
  breaks: ({ person, ...rest }) => ({ ...rest, person: { ...person!, facts: { ...person!.facts, clauses: ['P17'] } } }),
});

function clauselessColumns(held: Holdings): string[] {
  const known = new Set(privacy.clauses.map(({ id }) => id));
  return Object.entries(held).flatMap(([name, table]) => {
    if (subjectsOf(table).every((subject) => subject === 'nobody')) return [];
    return Object.keys(table.columns)
      .filter((column) => {
        const { clauses, category } = factsOf(table, column);
        const isBare = clauses.length === 0 && category !== 'content';
        return isBare || clauses.some((id) => !known.has(id));
      })
      .map((column) => `${name}.${column}`);
  });
}

it('leaves no clause of the three documents without a check, and no check without a clause', () => {
  expect(compareClauses(documents, today, readClauseChecks('test/law')).faults).toEqual([]);
});

it('names each check that no clause has, each clause that no check has, and each check that does not run', () => {
  const found = readClauseChecks('test/law');
  const missing = found.checks.map((check) => ({ ...check, clauses: check.clauses.filter((id) => id !== 'P15') }));
  const lost = { file: 'x.test.ts', clauses: ['P99'], says: 'nothing' };
  const { faults } = compareClauses(documents, today, { checks: [...missing, lost], faults: ['y.test.ts: skipped'] });
  expect(faults).toEqual(
    expect.arrayContaining([
      'y.test.ts: skipped',
      "x.test.ts: 'nothing' names P99, which no document has",
      'P15 (Where data are stored) of privacy has no check',
    ]),
  );
});
