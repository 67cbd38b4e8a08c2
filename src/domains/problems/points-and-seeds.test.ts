import { describe, expect, it } from 'vitest';
import { countedScore, shownPoints, weighted } from './points.ts';
import { problemSeed, readRerandomize } from './seed.ts';
import { maySeeAnswer, type ShowAnswerQuestion } from './show-answer.ts';

describe('points', () => {
  it('are scaled to the weight, where there is one and something to earn', () => {
    expect(weighted({ earned: 1, possible: 4 }, 10)).toEqual({ earned: 2.5, possible: 10 });
    expect(weighted({ earned: 1, possible: 4 }, null)).toEqual({ earned: 1, possible: 4 });
    expect(weighted({ earned: 0, possible: 0 }, 5)).toEqual({ earned: 0, possible: 0 });
    expect(weighted({ earned: 1, possible: 4 }, 0)).toEqual({ earned: 0, possible: 0 });
    expect(shownPoints({ earned: 3, possible: 4 }, 0)).toEqual({ earned: 0, possible: 0 });
    expect(shownPoints({ earned: 3, possible: 4 }, 8)).toEqual({ earned: 6, possible: 8 });
  });

  it.each([
    ['last_score', 1],
    ['first_score', 2],
    ['highest_score', 3],
    ['average_score', 2],
  ] as const)('%s of several attempts', (method, score) => {
    expect(countedScore(method, [2, 3, 1])).toBe(score);
    expect(countedScore(method, [])).toBe(0);
  });

  it('averages to two decimals, exact ties to the even digit', () => {
    expect(countedScore('average_score', [0.5, 0.67, 1])).toBe(0.72);
    expect(countedScore('average_score', [0.25, 0])).toBe(0.12);
    expect(countedScore('average_score', [0.75, 0])).toBe(0.38);
  });
});

describe('seeds', () => {
  it('reads old spellings', () => {
    expect(['', 'true', 'always', 'false', 'per_student', 'onreset', 'never'].map(readRerandomize)).toEqual([
      'always',
      'always',
      'always',
      'per_student',
      'per_student',
      'onreset',
      'never',
    ]);
  });

  it('gives one, one of twenty for ever, or a drawn one below 1000', () => {
    const key = 'block-v1:LakeU+Limno101+2031+type@problem+block@p1';
    expect(problemSeed('never', 'ada', key, 0.9)).toBe(1);
    const seeds = new Set(Array.from({ length: 200 }, (_, n) => problemSeed('per_student', String(n), key, 0)));
    expect(seeds.size).toBe(20);
    expect(Math.max(...seeds)).toBe(19);
    // SHA-256 of "1b'x'" begins with 1496f39.
    expect(problemSeed('per_student', '1', 'x', 0)).toBe(0x1496f39 % 20);
    expect(problemSeed('always', 'ada', key, 0.9999)).toBe(999);
    expect(problemSeed('onreset', 'ada', key, 0)).toBe(0);
  });
});

describe('whether the answer may be shown', () => {
  const ask = (own: Partial<ShowAnswerQuestion>, attempts = 0, isCorrect = false) =>
    maySeeAnswer({
      showanswer: 'always',
      showCorrectness: 'always',
      state: { attempts, isDone: attempts > 0, isCorrect, lastSubmission: null },
      max_attempts: 2,
      attemptsBefore: 0,
      hasDueDate: true,
      isPastDue: false,
      isClosed: false,
      isStaff: false,
      ...own,
    });

  // Columns: untouched; tried; full score; past due; closed.
  it.each([
    ['always', '11111'],
    ['never', '00000'],
    ['', '00000'],
    ['answered', '00100'],
    ['attempted', '01110'],
    ['attempted_no_past_due', '01100'],
    ['closed', '00001'],
    ['finished', '00101'],
    ['correct_or_past_due', '00110'],
    ['past_due', '00010'],
    ['after_all_attempts', '00000'],
    ['after_all_attempts_or_correct', '00100'],
    ['sometimes', '00000'],
  ])('%s: %s', (showanswer, expected) => {
    const answers = [
      ask({ showanswer }),
      ask({ showanswer }, 1),
      ask({ showanswer }, 1, true),
      ask({ showanswer, isPastDue: true }),
      ask({ showanswer, isClosed: true }),
    ];
    expect(answers.map(Number).join('')).toBe(expected);
  });

  it('after so many attempts, but never more than there are', () => {
    expect(ask({ showanswer: 'after_attempts', attemptsBefore: 5 }, 1)).toBe(false);
    expect(ask({ showanswer: 'after_attempts', attemptsBefore: 5 }, 2)).toBe(true);
    expect(ask({ showanswer: 'after_attempts', attemptsBefore: 5, max_attempts: null }, 4)).toBe(false);
    expect(ask({ showanswer: 'after_attempts', attemptsBefore: 1, max_attempts: 0 }, 0)).toBe(false);
    expect(ask({ showanswer: 'after_all_attempts' }, 2)).toBe(true);
    expect(ask({ showanswer: 'after_all_attempts', max_attempts: null }, 2)).toBe(false);
  });

  it('staff see it unless it is never shown; withheld correctness comes first', () => {
    expect(ask({ showanswer: 'past_due', isStaff: true })).toBe(true);
    expect(ask({ showanswer: 'never', isStaff: true })).toBe(false);
    expect(ask({ showCorrectness: 'never', isStaff: true })).toBe(false);
    expect(ask({ showCorrectness: 'past_due', isStaff: true })).toBe(true);
    expect(ask({ showCorrectness: 'past_due' })).toBe(false);
    expect(ask({ showCorrectness: 'past_due', isPastDue: true })).toBe(true);
    expect(ask({ showCorrectness: 'past_due', hasDueDate: false })).toBe(true);
  });
});
