import { expect, it } from 'vitest';
import { wordsFor } from './i18n.ts';

it('speaks the best language that it has, and English where it has none', () => {
  expect(wordsFor('de-AT, en;q=0.7').language).toBe('en');
  expect(wordsFor('ar-XB')).toMatchObject({ language: 'ar-XB', direction: 'rtl' });
  expect(wordsFor(null).language).toBe('en');
});

it('takes no word of JavaScript for a language', () => {
  for (const asked of ['constructor', '__proto__', 'toString, valueOf']) {
    expect(wordsFor(asked)).toMatchObject({ language: 'en', direction: 'ltr' });
  }
});
