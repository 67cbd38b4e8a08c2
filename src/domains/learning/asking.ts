import type { Block } from '../courses/index.ts';

/** An answer to choose, or a question of a survey. Texts are the author's Markdown. */
export interface AskedItem {
  /** What votes are counted by. */
  readonly key: string;
  readonly label: string;
  readonly img: string;
  readonly img_alt: string;
}

/** What a block asks everybody, with no answer that is right. */
export interface Asking {
  readonly kind: 'poll' | 'survey' | 'words';
  /** Markdown; of a word cloud what to write. */
  readonly question: string;
  /** Of a survey; of the others none. */
  readonly questions: readonly AskedItem[];
  readonly answers: readonly AskedItem[];
  /** Markdown; what is said once it is answered. */
  readonly feedback: string;
  /** Only the course's team sees what others answered. */
  readonly isPrivate: boolean;
  /** How often one person may answer; 0 is as often as they like. */
  readonly most_answers: number;
  /** How many words each may give. */
  readonly inputs: number;
  readonly most_words: number;
  readonly hasPercents: boolean;
}

const kinds = { poll: 'poll', survey: 'survey', word_cloud: 'words' } as const;
const most_items = 100;
const most_inputs = 20;

const item = (label: string) => ({ img: null, img_alt: null, label });

/** What Open edX asks where an attribute is not there, by tag, as the attribute would say it. */
export const askingDefaults = {
  poll: {
    question: 'What is your favorite color?',
    answers: JSON.stringify([
      ['R', item('Red')],
      ['B', item('Blue')],
      ['G', item('Green')],
      ['O', item('Other')],
    ]),
  },
  survey: {
    block_name: 'Poll',
    questions: JSON.stringify([
      ['enjoy', item('Are you enjoying the course?')],
      ['recommend', item('Would you recommend this course to your friends?')],
      ['learn', item('Do you think you will learn a lot?')],
    ]),
    answers: JSON.stringify([
      ['Y', 'Yes'],
      ['N', 'No'],
      ['M', 'Maybe'],
    ]),
  },
  word_cloud: { num_inputs: '5', num_top_words: '250' },
} as const;

/** Whether a block asks something of everybody. */
export function isAsking(tag: string): boolean {
  return Object.hasOwn(kinds, tag);
}

/** What a poll, a survey or a word cloud asks. */
export function readAsking(block: Block): Asking {
  const tag = block.tag as keyof typeof kinds;
  const defaults: Readonly<Record<string, string>> = askingDefaults[tag];
  const setting = (field: string) => block.settings[field] ?? defaults[field] ?? null;
  const text = (field: string) => {
    const value = setting(field);
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
  };
  return {
    kind: kinds[tag],
    question: text(tag === 'word_cloud' ? 'instructions' : 'question'),
    questions: itemsOf(setting('questions')),
    answers: itemsOf(setting('answers')),
    feedback: text('feedback'),
    isPrivate: isYes(setting('private_results'), false),
    most_answers: numberOf(setting('max_submissions'), 1, 1000),
    inputs: Math.max(1, numberOf(setting('num_inputs'), 5, most_inputs)),
    most_words: numberOf(setting('num_top_words'), 250, 500),
    hasPercents: isYes(setting('display_student_percents'), true),
  };
}

/** `[[key, {label, img, img_alt}], …]` or `[[key, label], …]`, as JSON or decoded already. */
function itemsOf(setting: unknown): readonly AskedItem[] {
  const list = typeof setting === 'string' ? fromJson(setting) : setting;
  if (!Array.isArray(list)) return [];
  return list.slice(0, most_items).flatMap((entry: unknown) => readAskedItem(entry) ?? []);
}

/** One entry of such a list, decoded; null where it is none. */
export function readAskedItem(entry: unknown): AskedItem | null {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return null;
  const [key, value] = entry as [string, unknown];
  if (typeof value === 'string') return { key, label: value, img: '', img_alt: '' };
  if (value === null || typeof value !== 'object') return null;
  const textOf = (name: string) => {
    const text = (value as Record<string, unknown>)[name];
    return typeof text === 'string' ? text : '';
  };
  return { key, label: textOf('label'), img: textOf('img'), img_alt: textOf('img_alt') };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isYes(setting: unknown, otherwise: boolean): boolean {
  return setting === null ? otherwise : setting === true || /^(?:true|t|1)$/i.test(String(setting));
}

function numberOf(setting: unknown, otherwise: number, most: number): number {
  const number = Number(setting ?? otherwise);
  return Number.isInteger(number) && number >= 0 ? Math.min(number, most) : otherwise;
}
