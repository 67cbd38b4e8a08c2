import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.ts';
import { getVersion } from '../courses/index.ts';
import { selectChildren } from './selection.ts';
import { block, makeOutline, publishCourse, type TestBlock, testTools } from './testing.ts';

let database: TestDatabase;
const tools = testTools();
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(() => database.close());

const now = new Date('2026-06-01T12:00:00Z');
const text = (name: string, attributes = {}) => block('html', name, attributes, '<p>Words.</p>');
const unit = (name: string, attributes = {}) => block('vertical', name, attributes, [text(`${name}_text`)]);

async function versionOf(...sections: TestBlock[]) {
  const root = block('course', '2026', { display_name: 'Tides', start: '2026-01-01T00:00:00Z' }, sections);
  return getVersion(database.read('provide'), tools.versions, await publishCourse(database, root));
}

it('shows learners what is open, when the rest opens, and nothing of what is not for them', async () => {
  const version = await versionOf(
    block('chapter', 'open', {}, [
      block('sequential', 'first', {}, [
        unit('shown'),
        unit('team', { visible_to_staff_only: 'true' }),
        unit('grouped', { group_access: '{"50": [1]}' }),
        unit('unlisted', { hide_from_toc: 'true' }),
      ]),
      block('sequential', 'over', { hide_after_due: 'true', due: '2026-05-01T00:00:00Z' }, [unit('gone')]),
      block('sequential', 'later', { start: '2026-07-01T00:00:00Z' }, [unit('closed')]),
    ]),
    block('chapter', 'straight', {}, [text('alone')]),
  );
  const learner = makeOutline(version, { isStaff: false }, now);
  expect(learner.units.map(({ id }) => id)).toEqual(['vertical@shown', 'html@alone']);
  expect([...learner.unitsById.keys()]).toContain('vertical@unlisted');
  const [open] = learner.sections;
  expect(open?.subsections.map(({ id, opens }) => [id, opens?.toISOString()])).toEqual([
    ['sequential@first', undefined],
    ['sequential@later', '2026-07-01T00:00:00.000Z'],
  ]);
  expect(learner.validUntil?.toISOString()).toBe('2026-07-01T00:00:00.001Z');

  const staff = makeOutline(version, { isStaff: true }, now);
  expect(staff.units.map(({ title }) => title)).toHaveLength(7);
  expect(staff.unitsById.get('vertical@team')?.isStaffOnly).toBe(true);
});

it('opens strictly after the start, and earlier for beta testers', async () => {
  const version = await versionOf(
    block('chapter', 'c', { start: '2026-06-05T12:00:00Z', days_early_for_beta: '5' }, [
      block('sequential', 's', {}, [unit('u')]),
    ]),
  );
  const units = (at: string, isBetaTester = false) =>
    makeOutline(version, { isStaff: false, isBetaTester }, new Date(at)).units.length;
  expect([units('2026-06-05T12:00:00Z'), units('2026-06-05T12:00:00.001Z')]).toEqual([0, 1]);
  expect([units('2026-06-01T12:00:00.001Z'), units('2026-06-01T12:00:00.001Z', true)]).toEqual([0, 1]);
});

it('draws the same children of a library for a person each time, and others for others', async () => {
  const children = Array.from({ length: 20 }, (_, i) => text(`child${i}`));
  const library = block('library_content', 'pool', { max_count: '3' }, children);
  const version = await versionOf(
    block('chapter', 'c', {}, [block('sequential', 's', {}, [block('vertical', 'u', {}, [library])])]),
  );
  const pool = version.blocks.get('library_content@pool')!;
  const drawn = (person: string) => selectChildren(pool, person).map(({ id }) => id);
  expect(drawn('ada')).toEqual(drawn('ada'));
  expect(drawn('ada')).toHaveLength(3);
  expect(new Set(['ada', 'ben', 'chidi', 'dana'].map((person) => drawn(person).join())).size).toBeGreaterThan(1);
});
