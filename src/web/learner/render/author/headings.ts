import { elementsOf, type SourceNode } from './source-node.ts';

/**
 * The author's levels of headings, closed up below `top`: `h1` and `h4` under a page whose own last level is 1 become
 * `h2` and `h3`. So the page's outline has no holes, whatever an author chose for its size.
 */
export function headingLevels(nodes: readonly SourceNode[], top: number): ReadonlyMap<number, string> {
  const written = new Set<number>();
  for (const { name } of elementsOf(nodes)) if (/^h[1-6]$/i.test(name)) written.add(Number(name[1]));
  return new Map([...written].sort().map((level, index) => [level, `h${Math.min(top + index, 6)}`]));
}
