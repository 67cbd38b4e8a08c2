import { expect, it } from 'vitest';
import { type HtmlNode, parseHtml } from './parse-html.ts';

function depthOf(nodes: readonly HtmlNode[]): number {
  return Math.max(0, ...nodes.map((node) => ('childNodes' in node ? 1 + depthOf(node.childNodes) : 0)));
}

it('reads HTML as a browser without scripts does', () => {
  const [paragraph, words] = parseHtml('<p>a<noscript><b>b</b></noscript><p>c');
  expect(paragraph).toMatchObject({ tagName: 'p', childNodes: [{ value: 'a' }, { childNodes: [{ tagName: 'b' }] }] });
  expect(words).toMatchObject({ tagName: 'p', childNodes: [{ value: 'c' }] });
});

it('gives HTML that grows without end back as it is written', () => {
  const open = Array.from({ length: 2_000 }, (_, at) => `<b id=${at}>`).join('');
  const bomb = `<p>${open}</p>${'<p>x'.repeat(10_000)}`;
  expect(parseHtml(bomb)).toEqual([{ nodeName: '#text', value: bomb, parentNode: null }]);
});

it('leaves out what lies too deep to be walked', () => {
  expect(depthOf(parseHtml('<b>'.repeat(50_000)))).toBe(251);
});
