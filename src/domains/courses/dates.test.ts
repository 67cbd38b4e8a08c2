import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDate } from './dates.ts';

describe('dates as courses write them', () => {
  it.each([
    ['2031-03-05T14:00:00Z', '2031-03-05T14:00:00Z'],
    ['"2015-06-01T08:00:00+00:00"', '2015-06-01T08:00:00Z'],
    ['2012-07-17T12:00', '2012-07-17T12:00:00Z'],
    ['2031-03-05T14:00:00-0400', '2031-03-05T18:00:00Z'],
    ['Jan 4, 2016', '2016-01-04T00:00:00Z'],
    ['4 January 2016 3:30 PM', '2016-01-04T15:30:00Z'],
    ['Monday, January 4th, 2016', '2016-01-04T00:00:00Z'],
    ['Oct 30 23:00 EST 2012', '2012-10-30T23:00:00Z'],
    ['Mon Jan 4 12:00:05 2016', '2016-01-04T12:00:05Z'],
    ['01/04/2016', '2016-01-04T00:00:00Z'],
    ['25/03/2031', '2031-03-25T00:00:00Z'],
    [1_000_000_000_000, '2001-09-09T01:46:40Z'],
  ])('%s', (written, instant) => expect(readDate(written)).toBe(instant));

  it.each([
    '',
    'soon',
    '2031-03',
    '14:00',
    '2031-02-30',
    '2031-13-01',
    '31/31/2031',
    `2031${'1'.repeat(100)}`,
    null,
    {},
    Number.NaN,
  ])('%s is none', (written) => expect(readDate(written)).toBeNull());
});

const vectors = '../shared/vectors/dates/dates.jsonl';

interface Vector {
  readonly id: string;
  readonly kind: string;
  readonly input: { readonly text: unknown };

  readonly expected: { readonly json: string | null };
}

const read = (kind: string): Vector[] =>
  existsSync(vectors)
    ? readFileSync(vectors, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Vector)
        .filter((vector) => vector.kind === kind)
    : [];

describe.skipIf(!existsSync(vectors))('the vectors (skipped where they are absent)', () => {
  it.each(read('date-text').map((v) => [v.id, v] as const))('%s', (_id, { input, expected }) => {
    const instant = readDate(input.text);
    expect(instant && Date.parse(instant)).toBe(expected.json && Date.parse(expected.json));
  });
});
