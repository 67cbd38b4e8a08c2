import { expect, it } from 'vitest';
import { printable, printableJson } from './printable.ts';

const title = 'Rivers\u001b[2J\u001b]0;owned\u0007 \u009b31m\r\u202edetcerroc\ttab\nline';

it('shows what strangers wrote without what moves a terminal', () => {
  expect(printable(title)).toBe('Rivers\uFFFD[2J\uFFFD]0;owned\uFFFD \uFFFD31m\uFFFD\uFFFDdetcerroc\ttab\nline');
  expect(printable('Вода, 水 и ‘реки’')).toBe('Вода, 水 и ‘реки’');
});

it('keeps all of it in JSON, escaped', () => {
  const json = printableJson({ title });
  expect(JSON.parse(json)).toEqual({ title });
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});
