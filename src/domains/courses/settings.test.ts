import { expect, it } from 'vitest';
import { decodeSetting, displayNameOf, settingsOf } from './settings.ts';
import { aBlock } from './testing.ts';

it.each([
  ['max_attempts', '3', 3],
  ['max_attempts', 'null', null],
  ['weight', '0.5', 0.5],
  ['graded', 'true', true],
  ['html5_sources', '["a.mp4"]', ['a.mp4']],
  ['start', '"2031-01-01T00:00:00Z"', '2031-01-01T00:00:00Z'],
  ['display_name', '2015', '2015'],
  ['display_name', 'true', 'true'],
  ['display_name', '[draft]', '[draft]'],
  ['display_name', '["a", "b"]', '["a", "b"]'],
  ['youtube_id_1_0', '123', '123'],
  ['markdown', '"quoted"', '"quoted"'],
  ['markdown', 'null', 'null'],
  ['sub', '{broken', '{broken'],
])('%s="%s"', (field, written, value) => expect(decodeSetting(field, written)).toEqual(value));

it('shows a name as long as names are, whatever an author writes into it', () => {
  const named = (display_name: string) => {
    const block = aBlock('problem', 'p', { attributes: { display_name } });
    return displayNameOf(block, settingsOf(block, undefined));
  };
  expect(named(' Rivers ')).toBe('Rivers');
  expect(named('n'.repeat(800_000))).toBe('n'.repeat(500));
  // A letter that is cut in two is no letter, which the database refuses.
  expect(named(`${'n'.repeat(499)}\u{1F30A}`).isWellFormed()).toBe(true);
});
