import { expect, it } from 'vitest';
import { tidyMarkup } from './tidy-markup.ts';

it.each([
  ['  plain ', 'plain'],
  ['<b>open', '<b>open</b>'],
  ['1 < 2 & 3', '1 &lt; 2 &amp; 3'],
  ['<br><img src="a.png" alt=\'"\'>', '<br/><img src="a.png" alt="&quot;"/>'],
  ['<span></span><!-- no -->', '<span></span>'],
])('makes %j whole', (written, expected) => {
  expect(tidyMarkup(written)).toBe(expected);
});
