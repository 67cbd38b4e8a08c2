import { expect, it } from 'vitest';
import { decodeSetting } from './settings.ts';

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
