import { describe, expect, it } from 'vitest';
import { answersOf } from '../answers-of.ts';
import { aProblem, brokenBecause, mark, refusal } from '../testing.ts';

const formula = (answer: string, samples: string, attributes = '', inside = '') =>
  `<formularesponse answer="${answer}" samples="${samples}" ${attributes}>${inside}<formulaequationinput/></formularesponse>`;
const symbolic = (expect: string) => `<symbolicresponse expect="${expect}"><textline/></symbolicresponse>`;

describe('a formula', () => {
  const energy = formula('m*v^2/2', 'm,v@1,1:3,5#10', 'type="cs"');

  it.each([
    ['0.5*v*v*m', true],
    ['m*v^2', false],
    ['', false],
  ])('%j agrees: %s', (sent, isRight) => {
    expect(mark(energy, sent)).toBe(isRight ? 'correct 1' : 'incorrect 0');
  });

  it.each([
    ['M*v', 'input: Invalid Input: M not permitted in answer as a variable (did you mean m?)'],
    [
      'm(v)',
      'input: Invalid Input: m not permitted in answer as a function (did you forget to use * for multiplication?)',
    ],
    ['2m', "input: Invalid input: Could not parse '2m' as a formula"],
    ['fact(-3)', 'input: Factorial function not permitted in answer for this problem. Provided answer was: fact(-3)'],
  ])('%j is refused: %s', (sent, message) => {
    expect(refusal(energy, sent)).toBe(message);
  });

  it('does not mind case unless told, and keeps to its tolerance', () => {
    const loose = formula('100*A', 'A@1:2#5', '', '<responseparam type="tolerance" default="1%"/>');
    expect(mark(loose, '100.9*a')).toBe('correct 1');
    expect(mark(loose, '102*a')).toBe('incorrect 0');
    expect(answersOf(aProblem(loose)).inputs['2_1']).toBe('100*A');
  });

  it('may have its tolerance worked out', () => {
    const half = formula('A', 'A@10:20#5', '', '<responseparam type="tolerance" default="1/2"/>');
    expect(mark(half, 'a+0.49')).toBe('correct 1');
    expect(mark(half, 'a+0.51')).toBe('incorrect 0');
    expect(refusal(half.replace('1/2', 'a bit'), 'a')).toMatch(/^problem: The tolerance/);
  });

  it('must agree at every point', () => {
    expect(mark(formula('x', 'x@-1:1#20'), 'abs(x)')).toBe('incorrect 0');
  });

  it('refuses what was not sent, and is broken with samples that cannot be read', () => {
    expect(refusal(energy, {})).toMatch(/^internal:/);
    for (const samples of ['x', 'x@1:2', 'x@a:b#3', 'x,y@1:2#3', 'x@1:2#999999']) {
      expect(brokenBecause(formula('x', samples))).toMatch(/samples=/);
    }
  });
});

describe('a symbolic expression', () => {
  it('earns all points of its input, and must be sent', () => {
    const five = '<symbolicresponse expect="x"><textline points="5"/></symbolicresponse>';
    expect(mark(five, 'x')).toBe('correct 5');
    expect(mark(five, 'y')).toBe('incorrect 0');
    expect(refusal(five, {})).toMatch(/^internal:/);
  });

  it.each([
    ['1/3', '0.3333', true],
    ['1/3', '0.34', false],
    ['0', '0.0005', true],
    ['2*x+y', 'y + x*2', true],
    ['x*x*x', 'x^3', true],
    ['2*(x+y)', '2*y+2*x', true],
    ['x/2', '0.5*x', true],
    ['sin(a+b)', 'sin(b+a)', true],
    ['x-x', '0', true],
    ['x^2+2*x+1', '(x+1)^2', false],
    ['x', 'X', false],
    ['x', 'x+', false],
    ['x', '', false],
    ['[[1,0],[0,1]]', '[[1, 0], [0, 1]]', true],
  ])('%s and %j are one: %s', (expected, sent, isRight) => {
    expect(mark(symbolic(expected), sent)).toBe(isRight ? 'correct 1' : 'incorrect 0');
  });

  it('is not held up by numbers without end', () => {
    const before = performance.now();
    expect(mark(symbolic('x'), '((((2^999)^999)^999)^999)*x')).toBe('incorrect 0');
    expect(performance.now() - before).toBeLessThan(200);
  });
});
