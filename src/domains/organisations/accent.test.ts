import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accentTheme, contrast } from './accent.ts';

// The papers of `tokens.css`, as a browser shows them.
const lightPapers = ['#fcfaf6', '#ffffff', '#f4f1eb'];
const darkPapers = ['#10171b', '#182024', '#0a1114'];

it('counts contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('makes text of any colour readable on light and dark, and letters on it too', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
  fc.assert(
    fc.property(colour, (given) => {
      const { light, dark } = accentTheme(given);
      for (const [shades, papers] of [
        [light, lightPapers],
        [dark, darkPapers],
      ] as const) {
        for (const paper of [...papers, shades.wash, shades.on]) {
          expect(contrast(shades.accent, paper), `${shades.accent} on ${paper}`).toBeGreaterThanOrEqual(4.5);
          expect(contrast(shades.strong, paper), `${shades.strong} on ${paper}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }),
    { numRuns: 400, examples: [['#ffffff'], ['#000000'], ['#ffff00'], ['#0000ff'], ['#0a6e4f'], ['#808080']] },
  );
});

it('leaves a colour alone that reads well, and keeps the hue of one that does not', () => {
  expect(accentTheme('#0a6e4f').light.accent).toBe('#0a6e4f');
  const { accent } = accentTheme('#ffd000').light;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(accent.slice(at, at + 2), 16));
  expect(red! > blue! && green! > blue!, `${accent} is still a yellow`).toBe(true);
});
