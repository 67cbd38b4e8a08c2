import type { ProblemView } from '../../../../domains/learning/index.ts';
import { escapeMarkup } from '../../../../kernel/escape-markup.ts';
import type { Words } from '../../../i18n.ts';
import { problemPlace } from '../../problem-place.ts';
import { areasMarkup } from './image-field.ts';
import { markMarkup, outcomeMarkup, placedFeedback, solutionMarkup, statusMarkup } from './outcome.ts';
import type { ProblemTemplate, Slot } from './template.ts';

/** What surrounds a problem on the page. */
export interface ProblemFrame {
  readonly title: string;
  /** Where the form goes: `urls.answer`. */
  readonly action: string;
  readonly words: Words;
}

/**
 * The problem for one learner, by joining strings. The author's HTML in the view (messages, feedback, hints, answers,
 * solutions) must have gone through `prepareView` before.
 */
export function fillProblem(template: ProblemTemplate, view: ProblemView, frame: ProblemFrame): string {
  const prefix = problemPlace(view.blockId);
  let html = '';
  for (const piece of template.pieces) html += typeof piece === 'string' ? piece : fillSlot(piece, view, frame, prefix);
  return html;
}

function fillSlot(slot: Slot, view: ProblemView, frame: ProblemFrame, prefix: string): string {
  switch (slot.type) {
    case 'prefix':
      return prefix;
    case 'action':
      return escapeMarkup(frame.action);
    case 'title':
      return escapeMarkup(frame.title);
    case 'status':
      return statusMarkup(view, frame.words);
    case 'outcome':
      return outcomeMarkup(view, frame.words);
    case 'value':
      return escapeMarkup(givenText(givenOf(view, slot.id, slot.part), slot.start));
    case 'picked':
      return isPicked(givenOf(view, slot.id, slot.part), slot.value) ? ` ${slot.word}` : '';
    case 'mark-name':
      return view.marks[slot.id] ? ` data-mark="${view.marks[slot.id]!.correctness}"` : '';
    case 'mark':
      return markMarkup(view, slot.id, frame.words);
    case 'solution':
      return solutionMarkup(view, slot.index, frame.words);
    case 'feedback':
      return placedFeedback(view, slot.id, frame.words);
    case 'areas':
      return areasMarkup(view.shownAnswers?.areas[slot.id], slot.width, slot.height);
    case 'disabled':
      return view.closed === null ? '' : ' disabled';
  }
}

type Given = ProblemView['answers'][string] | undefined;

/** What was given for an input, or for a part of it where the answer is JSON: `{…}`, or `[{…}, …]` of single parts. */
function givenOf({ answers }: ProblemView, id: string, part: string | undefined): Given {
  const given = answers[id];
  if (part === undefined || typeof given !== 'string') return given;
  const parsed = parseJson(given);
  if (!Array.isArray(parsed)) return partOf(parsed, part);
  const places = parsed.flatMap((one: Record<string, unknown> | null) => {
    const place = one?.[part];
    return place === undefined ? [] : [textOf(place)];
  });
  return places.length > 1 ? places : places[0];
}

function partOf(parsed: unknown, part: string): Given {
  const value = (parsed as Record<string, unknown> | null)?.[part];
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function givenText(given: Given, start: string): string {
  return given === undefined ? start : typeof given === 'string' ? given : given.join(', ');
}

function isPicked(given: Given, value: string): boolean {
  return given === undefined ? false : typeof given === 'string' ? given === value : given.includes(value);
}
