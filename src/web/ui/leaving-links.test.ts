import { expect, it } from 'vitest';
import { markdownToHtml } from '../../domains/outreach/index.ts';
import { wordsFor } from '../i18n.ts';
import { markLeavingLinks } from './leaving-links.ts';

it('lets links to other sites say that they leave, seen and heard, and no others', () => {
  const markdown =
    '[away](https://elsewhere.example/?a=1&b) [here](https://mooc.test/x) [near](/y) [mail](mailto:a@b.example)';
  const html = markLeavingLinks(markdownToHtml(markdown), 'https://mooc.test', wordsFor('en'));
  expect(html.match(/<a [^>]*>/g)).toEqual([
    '<a class="leaves-site" href="https://elsewhere.example/?a=1&amp;b" rel="noopener noreferrer">',
    '<a href="https://mooc.test/x">',
    '<a href="/y">',
    '<a href="mailto:a@b.example">',
  ]);
  expect(html).toContain('>away<span class="only-heard"> (leaves this site)</span></a>');
  expect(
    markLeavingLinks('<a href="https://mooc.test.evil.example">x</a>', 'https://mooc.test', wordsFor('en')),
  ).toContain('leaves-site');
});
