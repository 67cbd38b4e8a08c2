import { describe, expect, it } from 'vitest';
import {
  type AttemptRules,
  type AttemptState,
  isClosed,
  problemButtons,
  refusalToReset,
  refusalToSave,
  refusalToSubmit,
  resetDrawsAnew,
} from './attempts.ts';

const now = Date.parse('2031-05-04T12:00:00Z');
const rules = (own: Partial<AttemptRules> = {}): AttemptRules => ({
  max_attempts: null,
  rerandomize: 'never',
  due: null,
  grace_seconds: 0,
  submission_wait_seconds: null,
  hasResetButton: false,
  alwaysHasSaveButton: false,
  ...own,
});
const state = (own: Partial<AttemptState> = {}): AttemptState => ({
  attempts: 0,
  isDone: false,
  isCorrect: false,
  lastSubmission: null,
  ...own,
});

describe('a problem is closed', () => {
  it('when its attempts are used up, at once where there are none', () => {
    expect(isClosed(rules({ max_attempts: 2 }), state({ attempts: 1 }), now)).toBe(false);
    expect(isClosed(rules({ max_attempts: 2 }), state({ attempts: 2 }), now)).toBe(true);
    expect(isClosed(rules({ max_attempts: 0 }), state(), now)).toBe(true);
  });

  it('strictly after its due date and the grace', () => {
    const due = rules({ due: now - 60_000, grace_seconds: 60 });
    expect(isClosed(due, state(), now)).toBe(false);
    expect(isClosed(due, state(), now + 1)).toBe(true);
  });
});

describe('submitting', () => {
  it('is refused when closed, and before a reset where each try is drawn anew', () => {
    expect(refusalToSubmit(rules({ max_attempts: 1 }), state({ attempts: 1 }), now)).toMatchObject({
      because: 'closed',
    });
    expect(refusalToSubmit(rules({ rerandomize: 'always' }), state({ isDone: true }), now)).toMatchObject({
      because: 'reset-first',
    });
    expect(refusalToSubmit(rules({ rerandomize: 'onreset' }), state({ isDone: true }), now)).toBeNull();
  });

  it('waits as long as the author says, and tells the rest in whole seconds', () => {
    const waiting = rules({ submission_wait_seconds: 60 });
    const secondsLater = (seconds: number) =>
      refusalToSubmit(waiting, state({ lastSubmission: now - seconds * 1000 }), now);
    expect(secondsLater(0.5)).toEqual({
      type: 'refused',
      because: 'too-soon',
      wait_seconds: 60,
      remaining_seconds: 59,
    });
    expect(secondsLater(60)).toBeNull();
    expect(refusalToSubmit(waiting, state(), now)).toBeNull();
    expect(refusalToSubmit(rules({ submission_wait_seconds: 0 }), state({ lastSubmission: now }), now)).toBeNull();
  });
});

describe('reset and save', () => {
  it('reset is refused when closed or not done, and draws anew only for two settings', () => {
    expect(refusalToReset(rules(), state({ isDone: true }), now)).toBeNull();
    expect(refusalToReset(rules(), state(), now)).toMatchObject({ because: 'not-done' });
    expect(refusalToReset(rules({ max_attempts: 1 }), state({ attempts: 1, isDone: true }), now)).toMatchObject({
      because: 'closed',
    });
    expect(
      (['always', 'onreset', 'per_student', 'never'] as const).map((rerandomize) => resetDrawsAnew({ rerandomize })),
    ).toEqual([true, true, false, false]);
  });

  it('saving works in a survey, and not when closed', () => {
    expect(refusalToSave(rules({ max_attempts: 0 }), state(), now)).toBeNull();
    expect(refusalToSave(rules({ max_attempts: 1 }), state({ attempts: 1 }), now)).toMatchObject({ because: 'closed' });
    expect(refusalToSave(rules({ rerandomize: 'always' }), state({ isDone: true }), now)).toMatchObject({
      because: 'reset-first',
    });
  });
});

describe('buttons', () => {
  const buttons = (r: Partial<AttemptRules>, s: Partial<AttemptState> = {}) => problemButtons(rules(r), state(s), now);

  it('reset', () => {
    expect(buttons({ rerandomize: 'onreset' }, { isDone: true }).hasReset).toBe(true);
    expect(buttons({ rerandomize: 'onreset' }).hasReset).toBe(false);
    expect(buttons({ hasResetButton: true }).hasReset).toBe(true);
    expect(buttons({ hasResetButton: true }, { isCorrect: true }).hasReset).toBe(false);
    expect(buttons({ hasResetButton: true, max_attempts: 1 }, { attempts: 1 }).hasReset).toBe(false);
    expect(buttons({ rerandomize: 'always', max_attempts: 0 }, { isDone: true }).hasReset).toBe(true);
  });

  it('save', () => {
    expect(buttons({}).hasSave).toBe(false);
    expect(buttons({ max_attempts: 3 }).hasSave).toBe(true);
    expect(buttons({ max_attempts: 0 }).hasSave).toBe(true);
    expect(buttons({ max_attempts: 3 }, { attempts: 3 }).hasSave).toBe(false);
    expect(buttons({ rerandomize: 'always' }).hasSave).toBe(true);
    expect(buttons({ rerandomize: 'always' }, { isDone: true }).hasSave).toBe(false);
    expect(buttons({ alwaysHasSaveButton: true }).hasSave).toBe(true);
    expect(buttons({ alwaysHasSaveButton: true, due: now - 1 }).hasSave).toBe(false);
  });

  it('submit', () => {
    expect(buttons({}).canSubmit).toBe(true);
    expect(buttons({ due: now - 1 }).canSubmit).toBe(false);
    expect(buttons({ rerandomize: 'always' }, { isDone: true }).canSubmit).toBe(false);
  });
});
