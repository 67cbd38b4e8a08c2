import { escapeMarkup } from '../../kernel/escape-markup.ts';
import type { Block } from '../courses/index.ts';
import {
  answersOf,
  type Correctness,
  demandHint,
  type ImageAreas,
  imageAreas,
  isClosed,
  isPastDue,
  type LearnerChoice,
  type LearnerNode,
  type Problem,
  problemButtons,
  type ShownAnswer,
  shownPoints,
} from '../problems/index.ts';
import type { ProblemState } from './block-state.ts';
import { markupOf } from './markup.ts';
import { attemptState, type ProblemRules, sightOf } from './problem-rules.ts';
import type { ProblemMark, ProblemView } from './problem-view.ts';

export interface ViewReader {
  readonly isStaff: boolean;
  /** False for those who only look: staff who are not enrolled may still try. */
  readonly mayAnswer: boolean;
}

/** The problem as this learner finds it now. */
export function makeProblemView(
  at: { readonly block: Block; readonly problem: Problem; readonly rules: ProblemRules },
  state: ProblemState,
  reader: ViewReader,
  now: Date,
): ProblemView {
  const { block, problem, rules } = at;
  const sight = sightOf(rules, state, reader.isStaff, now);
  const buttons = problemButtons(rules, attemptState(state), now.getTime());
  const isMarked = sight.marks && state.isSubmitted;
  const isShown = state.isAnswerShown && sight.answer;
  return {
    blockId: block.id,
    seed: state.seed,
    answers: textAnswers(state.answers),
    marks: isMarked ? (state.marks as Record<string, ProblemMark>) : {},
    feedback: isMarked ? state.feedback : [],
    score: isMarked && !isWaiting(state) ? state.score : null,
    possible: shownPoints({ earned: 0, possible: rawPossible(problem) }, rules.weight).possible,
    attempts: { used: state.attempts, max: rules.max_attempts },
    closed: closedBecause(rules, state, reader, now, buttons.canSubmit),
    may: {
      save: reader.mayAnswer && buttons.hasSave,
      reset: reader.mayAnswer && buttons.hasReset,
      showAnswer: sight.answer && !isShown,
    },
    hints: { count: problem.hints.length, shown: shownHints(problem, state.hintsShown) },
    shownAnswers: isShown ? shownAnswers(problem) : null,
    due: rules.due === null ? null : new Date(rules.due),
    refusal: state.refusal,
  };
}

/** A part of the answer has no verdict yet. */
function isWaiting({ marks }: ProblemState): boolean {
  return Object.values(marks).some(({ correctness }) => correctness === 'waiting');
}

/** The points of all inputs. */
function rawPossible(problem: Problem): number {
  return problem.responses.reduce((sum, { inputs }) => sum + inputs.reduce((points, { max }) => points + max, 0), 0);
}

function closedBecause(
  rules: ProblemRules,
  state: ProblemState,
  { mayAnswer }: ViewReader,
  now: Date,
  canSubmit: boolean,
): ProblemView['closed'] {
  if (!mayAnswer) return 'not-enrolled';
  if (canSubmit) return null;
  if (!isClosed(rules, attemptState(state), now.getTime())) return 'reset-first';
  return isPastDue(rules, now.getTime()) ? 'past-due' : 'attempts-used';
}

/** Objects of `choicetext` answers stand in the form field by field. */
function textAnswers(answers: ProblemState['answers']): Record<string, string | readonly string[]> {
  const texts: Record<string, string | readonly string[]> = {};
  for (const [id, answer] of Object.entries(answers)) {
    if (typeof answer === 'string' || Array.isArray(answer)) texts[id] = answer;
    else for (const [name, text] of Object.entries(answer)) texts[name] = text;
  }
  return texts;
}

function shownHints(problem: Problem, count: number): readonly string[] {
  const hint = count > 0 ? demandHint(problem, count - 1) : null;
  return hint ? hint.shown.map(markupOf) : [];
}

function shownAnswers(problem: Problem): NonNullable<ProblemView['shownAnswers']> {
  const { inputs, solutions } = answersOf(problem);
  const choices = choicesOf(problem.body);
  const answers: Record<string, string> = {};
  const areas: Record<string, ImageAreas> = {};
  for (const [id, answer] of Object.entries(inputs)) {
    answers[id] = answerMarkup(answer, choices.get(id), inputs);
    if (isArea(answer)) areas[id] = imageAreas(answer);
  }
  return { answers, areas, solutions: solutions.map(({ body }) => markupOf(body)) };
}

type Areas = Exclude<ShownAnswer, string | readonly string[]>;

function isArea(answer: ShownAnswer): answer is Areas {
  return typeof answer === 'object' && 'rectangle' in answer;
}

/** Choices are shown by their words, not by their names. */
function answerMarkup(
  answer: ShownAnswer,
  choices: readonly LearnerChoice[] | undefined,
  all: Readonly<Record<string, ShownAnswer>>,
): string {
  if (typeof answer === 'string') return answer;
  if (isArea(answer)) return escapeMarkup([answer.rectangle, answer.regions].filter(Boolean).join('; '));
  const words = answer.map((name) => choices?.find((choice) => choice.name === name)?.body);
  return answer
    .map((name, at) => `<div>${words[at] ? markupOf(withNumbers(words[at], all)) : escapeMarkup(name)}</div>`)
    .join('');
}

/** The right numbers in the place of their fields. */
function withNumbers(
  nodes: readonly LearnerNode[],
  all: Readonly<Record<string, ShownAnswer>>,
): readonly LearnerNode[] {
  return nodes.map((node) => {
    if (node.type === 'number-field') return { type: 'text', text: ` ${all[node.name] ?? ''} ` };
    return node.type === 'element' ? { ...node, children: withNumbers(node.children, all) } : node;
  });
}

function choicesOf(
  nodes: readonly LearnerNode[],
  found = new Map<string, readonly LearnerChoice[]>(),
): ReadonlyMap<string, readonly LearnerChoice[]> {
  for (const node of nodes) {
    if (node.type === 'input' && 'choices' in node) found.set(node.id, node.choices);
    if (node.type === 'element' || node.type === 'question') choicesOf(node.children, found);
  }
  return found;
}

const correctnessOf: Readonly<Record<Correctness, ProblemMark['correctness']>> = {
  correct: 'correct',
  'partially-correct': 'partially-correct',
  incorrect: 'incorrect',
  incomplete: 'waiting',
};

export function markOf(correctness: Correctness): ProblemMark['correctness'] {
  return correctnessOf[correctness];
}
