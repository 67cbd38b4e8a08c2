import type { BlockId } from '../../courses/index.ts';

/** What the check may find, in one word: pages and commands have the sentence for it, and how to mend it. */
export type RemarkCode =
  | 'alt-is-file-name'
  | 'answer-refused'
  | 'answer-refused-by-script'
  | 'block-in-error'
  | 'block-missing'
  | 'contrast'
  | 'date-unreadable'
  | 'due-after-end'
  | 'empty'
  | 'end-before-start'
  | 'enrolment-order'
  | 'file-missing'
  | 'heading-skipped'
  | 'image-without-alt'
  | 'link-vague'
  | 'link-without-text'
  | 'never-opens'
  | 'no-group-left'
  | 'opens-with-parent'
  | 'prerequisite-circle'
  | 'prerequisite-missing'
  | 'problem-broken'
  | 'start-after-due'
  | 'table-without-headers'
  | 'video-without-captions'
  | 'wrong-place';

/** Something that keeps learners from a part of the course (`error`), or makes it harder for some of them (`warning`). */
export interface Remark {
  readonly level: 'error' | 'warning';
  readonly code: RemarkCode;
  readonly blockId: BlockId;
  readonly tag: string;
  readonly title: string;
  /** Where it is to be mended: the unit, or the section or subsection itself; null for the course. */
  readonly at: { readonly id: BlockId; readonly title: string } | null;
  /** What `at` stands in, from the section down. */
  readonly above: readonly string[];
  /** The first few places in the block: an address, a text, a date. */
  readonly details: readonly string[];
  /** How often it is so in this block. */
  readonly times: number;
}

/** All that the check says of a course. */
export interface CourseCheck {
  /** In the order of the course; 2,000 at most. */
  readonly remarks: readonly Remark[];
  readonly errors: number;
  readonly warnings: number;
  /** How many blocks were looked at. */
  readonly blocks: number;
  /** Problems with Python that were not tried out. */
  readonly untried: number;
}

const errors = new Set<RemarkCode>([
  'answer-refused',
  'block-in-error',
  'block-missing',
  'date-unreadable',
  'end-before-start',
  'enrolment-order',
  'file-missing',
  'never-opens',
  'no-group-left',
  'prerequisite-circle',
  'prerequisite-missing',
  'problem-broken',
  'start-after-due',
  'wrong-place',
]);

export function levelOf(code: RemarkCode): Remark['level'] {
  return errors.has(code) ? 'error' : 'warning';
}

/** Says something of the block at hand. */
export type Say = (code: RemarkCode, detail?: string) => void;
