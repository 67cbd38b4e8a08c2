/** Something odd in a course: what it is, where, and what to do, in words for its author. */
export interface Finding {
  /** `error`: a block can't be shown. `warning`: something is not as written. `note`: worth knowing. */
  readonly level: 'error' | 'warning' | 'note';
  readonly code: FindingCode;
  readonly message: string;
  /** Path in the archive; empty for the archive as a whole. */
  readonly file: string;
  /** From 1; 0 where a line makes no sense. */
  readonly line: number;
}

/** What is odd, in one word: for programs, and for counting. */
export type FindingCode =
  | 'bad-date'
  | 'bad-json'
  | 'bad-name'
  | 'block-twice'
  | 'cycle'
  | 'draft-without-parent'
  | 'duplicate-entry'
  | 'duplicate-name'
  | 'empty-html'
  | 'encoding'
  | 'link'
  | 'mako'
  | 'missing-block'
  | 'missing-html'
  | 'no-name'
  | 'not-xml'
  | 'second-course'
  | 'unknown-tag'
  | 'unreached'
  | 'wrong-tag';

/** Collects findings. A course can be wrong in one way a hundred thousand times; so many nobody reads. */
export interface Findings {
  add(finding: Finding): void;
  readonly list: readonly Finding[];
  /** The first of its kind, also when it is no more listed. */
  firstOf(code: FindingCode): Finding | null;
  /** How many there were, listed or not. */
  readonly total: number;
}

const most_listed = 2000;

export function createFindings(): Findings {
  const list: Finding[] = [];
  const first = new Map<FindingCode, Finding>();
  let total = 0;
  return {
    list,
    firstOf: (code) => first.get(code) ?? null,
    get total() {
      return total;
    },
    add(finding) {
      total += 1;
      if (!first.has(finding.code)) first.set(finding.code, finding);
      if (list.length < most_listed) list.push(finding);
    },
  };
}
