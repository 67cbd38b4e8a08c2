/**
 * A whole page rendered once, cut where it differs from reader to reader. While it is rendered, each such place is a
 * mark that passes through the renderer unchanged; then the page is cut at the marks.
 */
export interface PageTemplate<H> {
  /** What is the same for all stands ready as the bytes that go out. */
  readonly segments: readonly (Buffer | H)[];
  readonly size_bytes: number;
}

/** From the private use area of Unicode: in no text of ours. */
const edge = '\uE00E';

/** Collects the holes of one page while it is rendered. */
export interface Punch<H> {
  /** What to put where the hole will be: as text, or as an attribute's value. */
  hole(hole: H): string;
  /** The page with its holes; `open` may put other segments in the place of a hole. */
  cut(html: string, open: (hole: H) => readonly (string | H)[]): PageTemplate<H>;
}

export function startPunching<H>(): Punch<H> {
  const holes: H[] = [];
  return {
    hole: (hole) => `${edge}${holes.push(hole) - 1}${edge}`,
    cut(html, open) {
      const parts = html.split(edge).flatMap((part, at) => (at % 2 === 0 ? [part] : open(holes[Number(part)]!)));
      const segments = parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part));
      const size_bytes = segments.reduce((sum, segment) => sum + (Buffer.isBuffer(segment) ? segment.length : 100), 0);
      return { segments, size_bytes };
    },
  };
}
