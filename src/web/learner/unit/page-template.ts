/**
 * A whole page rendered once, cut where it differs from reader to reader. While it is rendered, each such place is a
 * mark that passes through the renderer unchanged; then the page is cut at the marks.
 */
export interface PageTemplate<H> {
  readonly segments: readonly (string | H)[];
}

/** From the private use area of Unicode: in no text of ours. */
const edge = '\uE00E';

/** Collects the holes of one page while it is rendered. */
export interface Punch<H> {
  /** What to put where the hole will be: as text, or as an attribute's value. */
  hole(hole: H): string;
  /** The page with its holes. */
  cut(html: string): PageTemplate<H>;
}

export function startPunching<H>(): Punch<H> {
  const holes: H[] = [];
  return {
    hole: (hole) => `${edge}${holes.push(hole) - 1}${edge}`,
    cut: (html) => ({
      segments: html.split(edge).map((part, at) => (at % 2 === 0 ? part : holes[Number(part)]!)),
    }),
  };
}
