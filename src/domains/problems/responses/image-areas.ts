import { ProblemError } from '../problem-error.ts';

/** Across and down from the upper left corner, in the image's own pixels. */
export type Point = readonly [number, number];
export type Rectangle = readonly [Point, Point];

/** `(x1,y1)-(x2,y2);…`, with round or square brackets; corners are not put in order. @throws ProblemError */
export function readRectangles(written: string, line: number): readonly Rectangle[] {
  const plain = written.replace(/\s+/g, '');
  if (plain === '') return [];
  return plain
    .split(';')
    .filter((part) => part !== '')
    .map((part) => {
      const found = /^[([](\d+),(\d+)[\])]-[([](\d+),(\d+)[\])]$/.exec(part);
      if (!found) throw new ProblemError(`rectangle="${written}" must be like (10,20)-(30,40).`, line);
      const [x1, y1, x2, y2] = found.slice(1).map(Number) as [number, number, number, number];
      return [
        [x1, y1],
        [x2, y2],
      ];
    });
}

/** Where a click on an image is right. */
export interface ImageAreas {
  /** Each by two opposite corners. */
  readonly rectangles: readonly Rectangle[];
  /** Each by the corners of its hull, in order. */
  readonly regions: readonly (readonly Point[])[];
}

/** The areas that `answersOf` gives as an author wrote them. */
export function imageAreas(shown: { readonly rectangle: string | null; readonly regions: string | null }): ImageAreas {
  return { rectangles: readRectangles(shown.rectangle ?? '', 0), regions: readRegions(shown.regions ?? '', 0) };
}

/** Edges included. */
export function isInRectangle([x, y]: Point, [low, high]: Rectangle): boolean {
  return x >= low[0] && x <= high[0] && y >= low[1] && y <= high[1];
}

/** JSON: one list of points, or a list of such lists. Gives convex hulls. @throws ProblemError */
export function readRegions(written: string, line: number): readonly (readonly Point[])[] {
  if (written.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    value = null;
  }
  const lists = isPoints(value) ? [value] : value;
  if (!Array.isArray(lists) || !lists.every(isPoints)) {
    throw new ProblemError('regions must be JSON: a list of points, or a list of lists of points.', line);
  }
  return lists.map(convexHull);
}

function isPoints(value: unknown): value is Point[] {
  return Array.isArray(value) && value.every((point) => Array.isArray(point) && point.every(Number.isFinite));
}

/** Above 0 when c lies to the left of the way from a to b. */
function turn(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** Strictly inside: an edge does not count, and fewer than three corners hold nothing. */
export function isInRegion(point: Point, hull: readonly Point[]): boolean {
  return hull.length > 2 && hull.every((corner, at) => turn(corner, hull[(at + 1) % hull.length]!, point) > 0);
}
