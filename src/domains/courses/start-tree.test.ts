import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EffectiveSettings } from './course.ts';
import { inherit } from './inherit.ts';

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly input: { blocks: { id: string; parents: string[]; start: string | null }[] };
  readonly expected: { starts: Record<string, string> };
}

const file = '../shared/vectors/dates/dates.jsonl';
const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
// With two parents a block stands in the tree twice, and each place has the start of its own parent.
const cases = lines
  .map((line) => JSON.parse(line) as Case)
  .filter(({ kind, input }) => kind === 'start-tree' && input.blocks.every(({ parents }) => parents.length <= 1));

describe.skipIf(cases.length === 0)('starts run down the tree, as the vectors in ../shared have them', () => {
  it.each(cases)('$id', ({ input, expected }) => {
    const effective = new Map<string, EffectiveSettings>();
    for (const { id, parents, start } of input.blocks) {
      effective.set(id, inherit(start === null ? {} : { start }, effective.get(parents[0] ?? '') ?? null));
    }
    const starts = [...effective].map(([id, settings]) => [id, settings.start?.replace('.000Z', 'Z')]);
    expect(Object.fromEntries(starts)).toEqual(expected.starts);
  });
});
