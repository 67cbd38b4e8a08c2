import { expect, it } from 'vitest';
import { readCaptions } from '../blocks/video/captions.ts';
import { readDeclarations } from './author/declarations.ts';
import { scopedRules } from './author/scoped-rules.ts';
import { renderAuthorHtml } from './index.ts';
import { findFormulas } from './maths/find-formulas.ts';
import { aPlace } from './testing.ts';

/** Times of what grows with the square of its length are minutes here; what is read in one pass takes far below a second. */
const enough_ms = 2_000;

it.each([
  ['formulas that are never closed', () => findFormulas('\\('.repeat(300_000))],
  ['formulas of the older kind', () => findFormulas('[mathjaxinline]'.repeat(100_000))],
  [
    'captions with marks that are never closed',
    () => readCaptions(`00:00:01,000 --> 00:00:02,000\n${'{\\'.repeat(300_000)}`),
  ],
])('reads %s in one pass', (_, read) => {
  const begun = performance.now();
  read();
  expect(performance.now() - begun).toBeLessThan(enough_ms);
});

it('finds formulas between the delimiters that close them, and in no others', () => {
  const found = (text: string) =>
    findFormulas(text).map((node) => (node.type === 'formula' ? `${node.source}${node.isDisplay ? '!' : ''}` : '-'));
  const text = '[mathjax]a[/mathjax]\\(b\\) \\( \\[c\\] [mathjaxinline]d[/mathjaxinline] `x^2` \\(';
  expect(found(text)).toEqual(['a!', 'b', '-', 'c!', '-', 'd', '-', 'x^2', '-']);
  expect(found('\\[mathjax]a[/mathjax]')).toEqual(['-', 'a!']);
});

it('leaves styles out that lie too deep to be read', () => {
  const deep = `width:${'calc('.repeat(1_900)}1px${')'.repeat(100)}`;
  expect(readDeclarations(deep)).toEqual([]);
  expect(scopedRules(`@media ${'('.repeat(9_000)}{p{color:red}} p{${deep}}`, 'x')).toBe('');
  expect(readDeclarations(`width:${'calc('.repeat(20)}1px${')'.repeat(20)}`)).toHaveLength(1);
});

it('shows formulas beyond what a page can hold as their source', async () => {
  const formulas = Array.from({ length: 12 }, (_, at) => `\\(${at}${'x'.repeat(4_500)}\\)`);
  const { html } = await renderAuthorHtml(`<p>\\(a\\)</p>${formulas.join(' ')}`, aPlace());
  expect(html.length).toBeLessThan(20_000_000);
  expect(html).toContain('<svg');
  expect(html).toContain('<code class="maths-source">11xxx');
}, 20_000);
