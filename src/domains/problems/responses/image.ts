import type { ShownAnswer } from '../grading.ts';
import { Refusal } from '../problem-error.ts';
import { isInRectangle, isInRegion, type Point, readRectangles, readRegions } from './image-areas.ts';
import { correct, incorrect, type Mark, type ResponseKind, textOf } from './response.ts';

/** A click on an image: inside a rectangle or a region. (Rules 3.14.) */
export const image: ResponseKind = {
  inputs: ['imageinput'],
  compile(source) {
    const images = source.inputs.map(({ id, element }) => ({
      id,
      rectangle: element.attributes.rectangle ?? null,
      regions: element.attributes.regions ?? null,
      rectangles: readRectangles(element.attributes.rectangle ?? '', element.line),
      hulls: readRegions(element.attributes.regions ?? '', element.line),
    }));
    return {
      grade({ answers }) {
        const inputs: Record<string, Mark> = {};
        for (const { id, rectangles, hulls } of images) {
          const point = readPoint(id, textOf(answers[id]) ?? '');
          const isHit =
            point !== null &&
            (rectangles.some((one) => isInRectangle(point, one)) || hulls.some((hull) => isInRegion(point, hull)));
          inputs[id] = isHit ? correct : incorrect;
        }
        return { type: 'marks', inputs };
      },
      shown: () =>
        Object.fromEntries(
          images.map(({ id, rectangle, regions }): [string, ShownAnswer] => [id, { rectangle, regions }]),
        ),
    };
  },
};

/** Null for an empty answer. @throws Refusal for anything but `[x,y]` */
function readPoint(id: string, text: string): Point | null {
  if (text === '') return null;
  const found = /^\s*\[\s*(\d+)\s*,\s*(\d+)\s*\]\s*$/.exec(text);
  if (!found) throw new Refusal('internal', `error grading ${id} (input=${text})`);
  return [Number(found[1]), Number(found[2])];
}
