import { expect, it } from 'vitest';
import { compareLines, compareTexts } from './compare-texts.ts';

it('says what was taken away and what was put in', () => {
  expect(compareTexts('Rivers run to the sea', 'Rivers run into the sea')).toEqual([
    { type: 'same', text: 'Rivers run ' },
    { type: 'removed', text: 'to ' },
    { type: 'added', text: 'into ' },
    { type: 'same', text: 'the sea' },
  ]);
});

it('takes no space at the end of a line for a difference, and an empty line for one', () => {
  expect(compareLines('a  \nb\n', 'a\nb')).toEqual([{ type: 'same', text: 'a\nb' }]);
  expect(compareLines('a\nb\n', 'a\n\nb\n').filter(({ type }) => type !== 'same')).toEqual([
    { type: 'added', text: '\n' },
  ]);
});

it('compares two long texts that have nothing in common before anybody notices', () => {
  const linesOf = (word: string) => Array.from({ length: 1900 }, (_, i) => `${word}${i}${' '.repeat(450)}`).join('\n');
  const [before, after] = [linesOf('a'), linesOf('b')];
  const begun = performance.now();
  const runs = compareLines(before, after);
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(runs.map(({ type }) => type)).toEqual(['removed', 'added']);
});
