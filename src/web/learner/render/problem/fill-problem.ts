import type { ProblemView } from '../../../../domains/learning/index.ts';
import type { Words } from '../../../i18n.ts';
import { problemPlace } from '../../problem-place.ts';
import { escapeHtml } from '../author/safe-node.ts';
import { markMarkup, outcomeMarkup, solutionMarkup, statusMarkup } from './outcome.ts';
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
      return escapeHtml(frame.action);
    case 'title':
      return escapeHtml(frame.title);
    case 'status':
      return statusMarkup(view, frame.words);
    case 'outcome':
      return outcomeMarkup(view, frame.words);
    case 'value':
      return escapeHtml(givenText(givenOf(view, slot.id, slot.part), slot.start));
    case 'picked':
      return isPicked(givenOf(view, slot.id, slot.part), slot.value) ? ` ${slot.word}` : '';
    case 'mark-name':
      return view.marks[slot.id] ? ` data-mark="${view.marks[slot.id]!.correctness}"` : '';
    case 'mark':
      return markMarkup(view, slot.id, frame.words);
    case 'solution':
      return solutionMarkup(view, slot.index, frame.words);
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
  const parts = (Array.isArray(parsed) ? Object.assign({}, ...parsed) : parsed) as Record<string, unknown> | null;
  const value = parts?.[part];
  return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value : undefined;
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
