import { describe, expect, it } from 'vitest';
import { answersOf } from '../answers-of.ts';
import { aProblem, brokenBecause, grade, mark, refusal } from '../testing.ts';

const numeric = (answer: string, inside = '', attributes = '') =>
  `<numericalresponse answer="${answer}" ${attributes}>${inside}<formulaequationinput/></numericalresponse>`;
const tolerance = (written: string) => `<responseparam type="tolerance" default="${written}"/>`;

describe('a number', () => {
  it.each([
    ['250', '', '250.0025', true],
    ['250', '', '250.0026', false],
    ['10', tolerance('0.1'), '10.1', true],
    ['10', tolerance('0.1'), '10.11', false],
    ['-20', tolerance(' 10% '), '-22', true],
    ['-20', tolerance('10%'), '-22.1', false],
    ['0', tolerance('10%'), '0.001', false],
    ['0.3', tolerance('0'), '0.1+0.2', false],
    ['7', tolerance('-1'), '7', false],
    ['2*pi', tolerance('0.01'), '6.28', true],
    ['1+2j', '', '1+2*i', true],
    ['3+4*j', tolerance('0.5'), '3.4+4.4*j', false],
    ['-1', '', 'i^2', true],
    ['1e999', '', '1e999', true],
    ['5', '', '   ', false],
  ])('answer %s %s: %j is right: %s', (answer, inside, sent, isRight) => {
    expect(mark(numeric(answer, inside), sent)).toBe(isRight ? 'correct 1' : 'incorrect 0');
  });

  it('is incorrect when nothing was sent', () => {
    expect(mark(numeric('5'), {})).toBe('incorrect 0');
  });

  it.each([
    ['5k', "input: Invalid math syntax: '5k'"],
    ['1<2', "input: Invalid math syntax: '1&lt;2'"],
    ['x+b', 'input: Invalid Input: b, x not permitted in answer as a variable'],
    ['(1+2', 'input: Invalid Input: Parentheses are unmatched. 1 parentheses were opened but never closed.'],
    ['fact(-2)', "input: Factorial function evaluated outside its domain:'fact(-2)'"],
    ['fact(1/2)', "input: Could not interpret 'fact(1/2)' as a number."],
    ['1/0', "input: Could not interpret '1/0' as a number."],
  ])('%j is refused: %s', (sent, message) => {
    expect(refusal(numeric('5'), sent)).toBe(message);
  });

  it('blames the staff answer that is no number', () => {
    expect(refusal(numeric('five or so'), '5')).toBe(
      'input: There was a problem with the staff answer to this problem.',
    );
  });

  it('takes variables into answer and tolerance', () => {
    const problem = aProblem(numeric('$a*2', tolerance('$t')), { variables: { a: '4.5', t: '0.25' } });
    expect(mark(problem, '9.25')).toBe('correct 1');
    expect(mark(problem, '9.26')).toBe('incorrect 0');
  });

  it('refuses every answer where the tolerance is no plain number', () => {
    expect(refusal(numeric('5', tolerance('1/2')), '5')).toMatch(/^problem: .*'1\/2' must be a number/);
    expect(mark(numeric('[2,5]', tolerance('a bit')), '3')).toBe('correct 1');
    expect(mark(numeric('5', tolerance('a bit')), {})).toBe('incorrect 0');
  });

  it('is broken without an answer, or with another input', () => {
    expect(brokenBecause('<numericalresponse><textline/></numericalresponse>')).toMatch(/required attribute answer/);
    expect(brokenBecause('<numericalresponse answer="1"><optioninput/></numericalresponse>')).toMatch(
      /cannot have input field optioninput/,
    );
  });
});

describe('a range', () => {
  it.each([
    ['[2,5]', '2', true],
    ['[2,5]', '10/2', true],
    ['(2,5]', '2', false],
    ['[2,5)', '5', false],
    ['(2,5)', '2.0001', true],
    ['[ sqrt(4) , 2^3 ]', '8', true],
    ['[2,5]', '5.0001', false],
    ['[2,inf)', '1e300', true],
    ['[2,inf)', '1', false],
  ])('%s holds %s: %s', (range, sent, isInside) => {
    expect(mark(numeric(range, tolerance('1')), sent)).toBe(isInside ? 'correct 1' : 'incorrect 0');
  });

  it('refuses complex answers and bad ends, and is broken without a comma', () => {
    expect(refusal(numeric('[2,5]'), '3+0*j')).toMatch(/complex numbers in range/);
    expect(refusal(numeric('[,5]'), '3')).toMatch(/empty boundary/);
    expect(refusal(numeric('[nan,5]'), '3')).toMatch(/empty boundary/);
    expect(refusal(numeric('[j,5]'), '3')).toMatch(/complex boundary/);
    expect(refusal(numeric('[low,5]'), '3')).toMatch(/staff answer to this problem\.$/);
    expect(brokenBecause(numeric('[5]'))).toMatch(/staff answer/);
  });

  it('gives half for what is near, but nothing for an excluded end', () => {
    const near = (range: string) => numeric(range, '<responseparam partial_range="1"/>', 'partial_credit="close"');
    expect(mark(near('[2,5]'), '7.9')).toBe('partially-correct 0.5');
    expect(mark(near('[2,5]'), '8')).toBe('incorrect 0');
    expect(mark(near('[2,5]'), '-1')).toBe('incorrect 0');
    expect(mark(near('[2,5)'), '5')).toBe('incorrect 0');
  });
});

describe('partial credit and further answers of a number', () => {
  const inside = `${tolerance('1')}<responseparam partial_answers="20, 30, 28"/>`;

  it.each([
    ['close', '12', 'partially-correct 0.5'],
    ['close', '12.1', 'incorrect 0'],
    ['list', '21', 'partially-correct 0.5'],
    ['list', '12', 'incorrect 0'],
    ['list,close', '12', 'partially-correct 0.5'],
    ['list, Close', '30.5', 'partially-correct 0.5'],
    ['list,close', '31.5', 'partially-correct 0.25'],
    ['list,close', '10.5', 'correct 1'],
    // Near the first listed answer, before the second is looked at.
    ['list,close', '28', 'partially-correct 0.25'],
  ])('%s: %s is %s', (style, sent, expected) => {
    expect(mark(numeric('10', inside, `partial_credit="${style}"`), sent)).toBe(expected);
  });

  it('refuses an unknown style, only when there is an entry', () => {
    expect(refusal(numeric('10', '', 'partial_credit="EDC"'), '10')).toMatch(/^problem:/);
    expect(refusal(numeric('10', '', 'partial_credit=""'), 'no number')).toMatch(/^problem:/);
    expect(refusal(numeric('10', '<responseparam partial_answers="x"/>'), '10')).toMatch(/staff answer/);
    expect(mark(numeric('10', '', 'partial_credit="EDC"'), {})).toBe('incorrect 0');
  });

  const more = numeric(
    '10',
    `${tolerance('1')}<additional_answer answer="sqrt(900)"/><additional_answer answer="40"/>`,
  );
  it('takes further answers without a tolerance, and shows them all', () => {
    expect(mark(more, '30')).toBe('correct 1');
    expect(mark(more, '40.1')).toBe('incorrect 0');
    expect(answersOf(aProblem(more)).inputs['2_1']).toBe('10 <b>or</b> sqrt(900) <b>or</b> 40');
    expect(answersOf(aProblem(numeric('[2,5)'))).inputs['2_1']).toBe('[2, 5)');
  });

  it('does not try further answers where there is partial credit already', () => {
    const near = numeric('10', `${tolerance('1')}<additional_answer answer="12"/>`, 'partial_credit="close"');
    expect(mark(near, '12')).toBe('partially-correct 0.5');
  });

  it('does not put variables into further answers', () => {
    const problem = aProblem(numeric('1', '<additional_answer answer="$a"/>'), { variables: { a: '2' } });
    expect(grade(problem, '2')).toMatchObject({ type: 'refused', because: 'input' });
  });
});
