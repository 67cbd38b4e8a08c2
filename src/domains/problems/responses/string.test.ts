import { describe, expect, it } from 'vitest';
import { answersOf } from '../answers-of.ts';
import { aProblem, brokenBecause, mark, refusal } from '../testing.ts';

const text = (answer: string, type = '', inside = '') =>
  `<stringresponse answer="${answer}" ${type}>${inside}<textline/></stringresponse>`;
const also = (answer: string) => `<additional_answer answer="${answer}"/>`;

describe('a text', () => {
  it.each([
    [text('Ohrid'), 'Ohrid', true],
    [text('Ohrid'), 'ohrid', false],
    [text(' Ohrid '), '\u2003Ohrid\n', true],
    [text('Ohrid', 'type="CI"'), 'oHRID', true],
    [text('Straße', 'type="ci"'), 'STRASSE', false],
    [text('Ohrid', 'type="ci,regexp"'), 'ohrid', false],
    [text('Oslo', '', also('Kristiania')), 'Kristiania', true],
    [text('Oslo', '', '<additional_answer>Kristiania</additional_answer>'), 'Kristiania', true],
    [text('.*', 'type="regexp"'), '  ', false],
    [text('gr[ae]y', 'type="regexp"'), 'grey', true],
    [text('gr[ae]y', 'type="regexp"'), 'greyish', false],
    [text('gr[ae]y', 'type="ci regexp"'), 'GRAY', true],
    [text('cat', 'type="regexp"', also('dog')), 'catalogue', true],
    [text('cat', 'type="regexp"', also('dog')), 'hotdog', true],
    [text('cat', 'type="regexp"', also('dog')), 'a cat', false],
    [text('tea_or_chai'), 'chai', true],
    [text('tea_or_chai', '', also('mate')), 'mate', false],
    [text('a+_or_b', 'type="regexp"'), 'aaa', false],
  ])('%s: %j is right: %s', (problem, sent, isRight) => {
    expect(mark(problem, sent)).toBe(isRight ? 'correct 1' : 'incorrect 0');
  });

  it('takes variables into all answers', () => {
    const problem = aProblem(text('$a', '', also('$b')), { variables: { a: 'ant', b: 'bee' } });
    expect(mark(problem, 'bee')).toBe('correct 1');
    expect(answersOf(problem).inputs['2_1']).toBe('ant <b>or</b> bee');
  });

  it('refuses where the author’s pattern cannot be read or runs wild', () => {
    expect(refusal(text('(', 'type="regexp"'), 'x')).toMatch(/^script:/);
    expect(refusal(text('(a+)+', 'type="regexp"'), `${'a'.repeat(60)}b`)).toMatch(/^script: .*too long/);
  });

  it('is broken without an answer', () => {
    expect(brokenBecause('<stringresponse><textline/></stringresponse>')).toMatch(/required attribute answer/);
  });
});
