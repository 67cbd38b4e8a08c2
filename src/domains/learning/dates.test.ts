import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Block, CourseVersion } from '../courses/index.ts';
import { isClosed, isPastDue } from '../problems/index.ts';
import { accessByDate, isHiddenAfterDue } from './access.ts';
import { freshState, type ProblemState } from './block-state.ts';
import { durationOf } from './duration.ts';
import { attemptState, problemRules, sightOf } from './problem-rules.ts';

interface Case {
  readonly id: string;
  readonly kind: string;
  // The shape differs from kind to kind; each check below knows its own.
  readonly input: Record<string, never>;
  readonly expected: unknown;
}

const file = '../shared/vectors/dates/dates.jsonl';
const cases = existsSync(file)
  ? readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Case)
  : [];

interface Input {
  readonly [name: string]: string | number | boolean | null | undefined;
}

const date = (value: unknown) => (typeof value === 'string' ? new Date(value) : null);
const seconds = (value: Date | null) => value?.toISOString().replace('.000Z', 'Z') ?? null;

/** A problem in a course, with what the rules look at. */
function rulesOf(input: Input) {
  const effective = {
    due: input.due ?? null,
    graceperiod: input.grace ?? null,
    showanswer: input.showanswer ?? 'finished',
    show_correctness: input.showCorrectness ?? 'always',
    rerandomize: 'never',
    max_attempts: input.maxAttempts ?? null,
    show_reset_button: false,
  };
  const settings = { attempts_before_showanswer_button: input.attemptsBefore ?? 0 };
  const version = { info: { end: input.courseEnd ?? null } } as CourseVersion;
  return problemRules(version, { effective, settings } as unknown as Block);
}

function stateOf(input: Input): ProblemState {
  const score = { earned: input.correct === true ? 1 : 0, possible: 1 };
  return { ...freshState(1), attempts: (input.attempts as number) ?? 0, isSubmitted: true, score };
}

const checks: Readonly<Record<string, (input: Input) => unknown>> = {
  duration: ({ text }) => ({ seconds: durationOf(text as string | null) }),
  submission(input) {
    const rules = rulesOf(input);
    const now = Date.parse(input.now as string);
    const state = attemptState(stateOf(input));
    const close = rules.due === null ? null : new Date(rules.due + rules.grace_seconds * 1000);
    return {
      closeDate: seconds(close),
      pastDue: isPastDue(rules, now),
      attemptsUsed: isClosed({ ...rules, due: null }, state, now),
      closed: isClosed(rules, state, now),
    };
  },
  correctness: (input) => sightOf(rulesOf(input), stateOf(input), input.staff === true, date(input.now)!).marks,
  answer: (input) => ({
    available: sightOf(rulesOf(input), stateOf(input), input.staff === true, date(input.now)!).answer,
  }),
  access(input) {
    const reader = { isStaff: input.staff === true, isBetaTester: input.betaTester === true };
    const settings = {
      start: input.startDatesDisabled ? null : date(input.start),
      isStaffOnly: input.visibleToStaffOnly === true,
      daysEarlyForBeta: (input.daysEarlyForBeta as number) ?? null,
    };
    const access = accessByDate(settings, reader, date(input.now)!);
    const reason = access.type === 'open' ? null : access.because.replace('-', '_');
    return { granted: access.type === 'open', reason };
  },
  hidden(input) {
    const settings = {
      hideAfterDue: input.hideAfterDue === true,
      due: ((input.extendedDue ?? input.due) as string) ?? null,
      courseEnd: (input.courseEnd as string) ?? null,
      isSelfPaced: input.selfPaced === true,
    };
    return { visible: !isHiddenAfterDue(settings, { isStaff: input.staff === true }, date(input.now)!) };
  },
};

/** The grade of a subsection belongs to grading; here only whether a problem shows its marks. */
function wantedOf({ kind, expected }: Case): unknown {
  return kind === 'correctness' ? (expected as { problemCorrectness: boolean }).problemCorrectness : expected;
}

describe.skipIf(cases.length === 0)('dates, as the vectors in ../shared have them', () => {
  const mine = cases.filter(({ kind }) => Object.hasOwn(checks, kind));
  it.each(mine)('$id', (one) => {
    expect(checks[one.kind]!(one.input)).toEqual(wantedOf(one));
  });
});
