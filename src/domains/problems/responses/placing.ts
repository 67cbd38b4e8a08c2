import { childElements } from '../../../kernel/xml/index.ts';
import { block } from '../feedback/feedback-block.ts';
import type { Answer, Feedback } from '../grading.ts';
import { type Mark, markOne, onlyInput, type ResponseKind, type ResponseSource, textOf } from './response.ts';
import { escapeHtml } from './staff-number.ts';

/** A thing to place: where it is right, nowhere for one that must be left out, and what is said to it. */
interface Placement {
  readonly item: string;
  readonly zones: readonly string[];
  readonly correct: string;
  readonly incorrect: string;
}

/**
 * The newer drag and drop (`readPlacing` makes its source; no author writes it): a point for each thing that lies in one
 * of its zones, or is rightly left out. Where nothing was placed nothing is earned.
 */
export const placing: ResponseKind = {
  inputs: ['drag_and_drop_input'],
  inputs_max: 1,
  compile(source) {
    const input = onlyInput(source);
    const placements = readPlacements(source);
    return {
      grade({ answers }) {
        const placed = placesIn(answers[input.id]);
        const good = placed.size === 0 ? 0 : placements.filter((one) => isRight(one, placed)).length;
        return markOne(source, markOf(good, placements.length));
      },
      shown: () => ({ [input.id]: shownPlaces(source, placements) }),
      feedback: ({ answers }) => feedbackTo(source, placements, placesIn(answers[input.id])),
    };
  },
};

function readPlacements({ element }: ResponseSource): readonly Placement[] {
  return childElements(element)
    .filter(({ name }) => name === 'placement')
    .map(({ attributes: { item = '', zones = '[]', correct = '', incorrect = '' } }) => {
      return { item, zones: JSON.parse(zones) as string[], correct, incorrect };
    });
}

/** `[{"thing": "zone"}, …]`, by thing; the last one counts. */
function placesIn(answer: Answer | undefined): ReadonlyMap<string, string> {
  try {
    const pairs: unknown = JSON.parse(textOf(answer) ?? '[]');
    const all = Array.isArray(pairs) ? pairs.flatMap((pair) => Object.entries(pair ?? {})) : [];
    return new Map(all.map(([item, zone]) => [item, String(zone)]));
  } catch {
    return new Map();
  }
}

function isRight({ item, zones }: Placement, placed: ReadonlyMap<string, string>): boolean {
  const zone = placed.get(item);
  return zone === undefined ? zones.length === 0 : zones.includes(zone);
}

function markOf(good: number, all: number): Mark {
  if (good === all) return { correctness: 'correct', points: good };
  return { correctness: good > 0 ? 'partially-correct' : 'incorrect', points: good };
}

function shownPlaces({ inputs }: ResponseSource, placements: readonly Placement[]): string {
  const parts = childElements(inputs[0]!.element);
  const label = (name: string, id: string) => {
    const part = parts.find((one) => one.name === name && one.attributes.id === id);
    return escapeHtml(part?.attributes.label || id);
  };
  return placements
    .filter(({ zones }) => zones.length > 0)
    .map(
      ({ item, zones }) =>
        `<div>${label('draggable', item)}: ${zones.map((zone) => label('target', zone)).join(' / ')}</div>`,
    )
    .join('');
}

function feedbackTo(
  source: ResponseSource,
  placements: readonly Placement[],
  placed: ReadonlyMap<string, string>,
): readonly Feedback[] {
  const said = placements.flatMap((one) => {
    const isGood = isRight(one, placed);
    const words = isGood ? one.correct : one.incorrect;
    return placed.has(one.item) && words !== '' ? [block(source, null, isGood, [words])] : [];
  });
  const { finish = '' } = source.element.attributes;
  const isDone = finish !== '' && placed.size > 0 && placements.every((one) => isRight(one, placed));
  return isDone ? [...said, block(source, '', true, [finish])] : said;
}
