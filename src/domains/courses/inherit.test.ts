import { describe, expect, it } from 'vitest';
import type { Settings } from './course.ts';
import { defaultSettings, inherit } from './inherit.ts';

/** What holds at the end of a line of blocks, the course first. */
function below(...levels: readonly Settings[]) {
  return levels.reduce<ReturnType<typeof inherit> | null>((above, own) => inherit(own, above), null)!;
}

describe('settings that run down the tree', () => {
  it('start from the defaults', () => expect(below({})).toEqual(defaultSettings));

  it("a block's own value wins over the one above", () => {
    const settings = below(
      { showanswer: 'always', max_attempts: 3, graded: true },
      {},
      { showanswer: 'never', graded: false },
    );
    expect(settings).toMatchObject({ showanswer: 'never', max_attempts: 3, graded: false });
  });

  it('text is read as the field wants it', () => {
    expect(below({ graded: 'true', max_attempts: '2', days_early_for_beta: '1.5' })).toMatchObject({
      graded: true,
      max_attempts: 2,
      days_early_for_beta: 1.5,
    });
  });

  it('nonsense counts as not set', () => {
    const settings = below(
      { due: '2031-01-01', max_attempts: 1 },
      { due: 'never', max_attempts: 'many', group_access: 'all' },
    );
    expect(settings).toMatchObject({ due: '2031-01-01T00:00:00Z', max_attempts: 1, group_access: {} });
  });

  it('a start can only be later, and staff-only stays', () => {
    const settings = below(
      { start: '2031-02-01', visible_to_staff_only: true },
      { start: '2031-01-01', visible_to_staff_only: false },
    );
    expect(settings).toMatchObject({ start: '2031-02-01T00:00:00Z', visible_to_staff_only: true });
  });

  it('groups only narrow, and a partition without groups lets all in', () => {
    const settings = below(
      { group_access: { 50: [1, 2, 3] } },
      { group_access: { 50: [2, 3, 4], 60: [7], 70: [] } },
      { group_access: { 50: [3] } },
    );
    expect(settings.group_access).toEqual({ 50: [3], 60: [7] });
    expect(
      below({ group_access: { 50: [1] } }, { group_access: { 50: [2] } }, { group_access: {} }).group_access,
    ).toEqual({ 50: [] });
  });
});
