import { describe, expect, it } from 'vitest';
import { answersOf } from '../answers-of.ts';
import { aProblem, brokenBecause, graded, mark, refusal } from '../testing.ts';

const radio = (attributes: string, choices: string) =>
  `<multiplechoiceresponse ${attributes}><choicegroup>${choices}</choicegroup></multiplechoiceresponse>`;
const boxes = (attributes: string, choices: string, points = '') =>
  `<choiceresponse ${attributes}><checkboxgroup ${points}>${choices}</checkboxgroup></choiceresponse>`;

describe('one pick among several', () => {
  const lakes = radio(
    '',
    '<choice correct="TRUE">Baikal</choice><choice name="x" correct="false">Ohrid</choice><choice>Tana</choice>',
  );

  it.each([
    ['choice_0', 'correct 1'],
    ['choice_x', 'incorrect 0'],
    ['choice_1', 'incorrect 0'],
    ['Choice_0', 'incorrect 0'],
    ['choice_7', 'incorrect 0'],
    ['', 'incorrect 0'],
  ])('%j is %s', (answer, expected) => {
    expect(mark(lakes, answer)).toBe(expected);
  });

  it('counts nothing sent as incorrect, and shows the names of all correct choices', () => {
    expect(mark(lakes, {})).toBe('incorrect 0');
    expect(mark(lakes, ['choice_0'])).toBe('incorrect 0');
    expect(answersOf(aProblem(lakes)).inputs).toEqual({ '2_1': ['choice_0'] });
  });

  const partial = radio(
    'partial_credit="points"',
    '<choice correct="true">a</choice><choice correct="Partial">b</choice><choice correct="partial" point_value="3">c</choice>',
  );
  it.each([
    ['choice_1', 'partially-correct 0.5'],
    ['choice_2', 'partially-correct 3'],
  ])('partial credit of %s: %s', (answer, expected) => {
    expect(mark(partial, answer)).toBe(expected);
    expect(mark(partial.replace('partial_credit="points"', ''), answer)).toBe('incorrect 0');
  });

  it('refuses other styles of partial credit', () => {
    expect(refusal(partial.replace('"points"', '"EDC"'), 'choice_0')).toMatch(/^problem: .*"points"/);
    expect(refusal(partial.replace('"points"', '"points, EDC"'), 'choice_0')).toMatch(/^problem: Only one/);
    expect(mark(partial.replace('"points"', '"False"'), 'choice_1')).toBe('incorrect 0');
  });

  it('gives a script’s variable its say', () => {
    const problem = aProblem(radio('', '<choice correct="$a">yes</choice>'), { variables: { a: 'True' } });
    expect(mark(problem, 'choice_0')).toBe('correct 1');
  });

  it('raises only the maximum by points', () => {
    const problem = lakes.replace('<choicegroup>', '<choicegroup points="4">');
    expect(graded(problem, 'choice_0')).toMatchObject({ score: 1, max: 4 });
  });

  it('is broken without a choice group, with two, or with points that are no number', () => {
    expect(brokenBecause('<multiplechoiceresponse/>')).toMatch(/no input/);
    expect(brokenBecause('<multiplechoiceresponse><choicegroup/><choicegroup/></multiplechoiceresponse>')).toMatch(
      /more than 1/,
    );
    expect(brokenBecause(lakes.replace('<choicegroup>', '<choicegroup points="many">'))).toMatch(/whole number/);
    expect(brokenBecause(radio('', '<choice/><b/>'))).toMatch(/only choices/);
  });
});

describe('statements to tick', () => {
  const statements = (second: string) =>
    `<truefalseresponse><choicegroup><choice correct="${second}">a</choice><choice name="b" correct="false">b</choice></choicegroup></truefalseresponse>`;

  it('wants exactly the correct ones, and nothing where none is', () => {
    expect(mark(statements('true'), ['choice_0'])).toBe('correct 1');
    expect(mark(statements('true'), 'choice_0')).toBe('correct 1');
    expect(mark(statements('true'), ['choice_0', 'choice_b'])).toBe('incorrect 0');
    expect(mark(statements('true'), {})).toBe('incorrect 0');
    expect(mark(statements('false'), {})).toBe('correct 1');
    expect(mark(statements('false'), '')).toBe('incorrect 0');
  });
});

describe('boxes to tick', () => {
  const primes = (attributes = '', points = '') =>
    boxes(
      attributes,
      ['2', '3', '4', '5', '6']
        .map((n) => `<choice name="n${n}" correct="${'235'.includes(n)}">${n}</choice>`)
        .join(''),
      points,
    );
  const all = ['choice_0', 'choice_1', 'choice_3'];

  it('wants exactly the correct ones; names go by position', () => {
    expect(mark(primes(), all)).toBe('correct 1');
    expect(mark(primes(), [...all, 'choice_0'])).toBe('correct 1');
    expect(mark(primes(), ['choice_0'])).toBe('incorrect 0');
    expect(mark(primes(), {})).toBe('incorrect 0');
    expect(mark(primes(), ['choice_n2', 'choice_n3', 'choice_n5'])).toBe('incorrect 0');
  });

  it.each([
    [all, 'correct 1'],
    [['choice_0', 'choice_1'], 'partially-correct 2.4'],
    [['choice_2', 'choice_4', 'choice_0'], 'partially-correct 0.6'],
    [['choice_2', 'choice_4'], 'incorrect 0'],
  ])('every decision counts: %j is %s of 3', (ticked, expected) => {
    expect(mark(primes('partial_credit="EDC"', 'points="3"'), ticked)).toBe(expected);
  });

  it('rounds an eighth away from zero', () => {
    const eight = boxes('partial_credit="edc"', '<choice correct="true">a</choice>'.repeat(8));
    expect(mark(eight, ['choice_0'])).toBe('partially-correct 0.13');
    expect(mark(eight, ['choice_0', 'choice_1', 'choice_2'])).toBe('partially-correct 0.38');
  });

  it('leaves a choice that is neither true nor false out of the count, but it may not be ticked', () => {
    const odd = '<choice correct="true">a</choice><choice correct="maybe">b</choice><choice correct="false">c</choice>';
    expect(mark(boxes('', odd), ['choice_0', 'choice_1'])).toBe('incorrect 0');
    expect(mark(boxes('partial_credit="EDC"', odd), ['choice_0', 'choice_2'])).toBe('partially-correct 0.5');
  });

  it.each([
    [all, 'correct 4'],
    [['choice_0', 'choice_1'], 'partially-correct 2'],
    [['choice_0'], 'partially-correct 1'],
    [['choice_2', 'choice_4', 'choice_0'], 'incorrect 0'],
  ])('halves: %j is %s of 4', (ticked, expected) => {
    expect(mark(primes('partial_credit="halves"', 'points="4"'), ticked)).toBe(expected);
  });

  it('halves need enough choices', () => {
    const few = (n: number) => boxes('partial_credit="halves"', '<choice correct="true">a</choice>'.repeat(n));
    expect(mark(few(2), ['choice_0'])).toBe('incorrect 0');
    expect(mark(few(3), ['choice_0', 'choice_1'])).toBe('partially-correct 0.5');
    expect(mark(few(4), ['choice_0', 'choice_1'])).toBe('incorrect 0');
    expect(mark(few(5), ['choice_0', 'choice_1', 'choice_2'])).toBe('partially-correct 0.25');
  });

  it('looks at the style only when something was ticked', () => {
    expect(mark(primes('partial_credit="points"'), {})).toBe('incorrect 0');
    expect(refusal(primes('partial_credit="points"'), all)).toMatch(/^problem:/);
    expect(refusal(primes('partial_credit="EDC,halves"'), all)).toMatch(/^problem: Only one/);
  });
});

describe('dropdowns', () => {
  const old = (options: string, right: string) =>
    `<optionresponse><optioninput options="${options}" correct="${right}"/></optionresponse>`;

  it.each([
    ["('Oslo','Bergen')", 'Oslo', 'Oslo', 'correct 1'],
    ["('Oslo','Bergen')", 'Oslo', 'oslo', 'incorrect 0'],
    ["('Oslo','Bergen')", 'Oslo', 'Oslo ', 'incorrect 0'],
    ["('red, white','blue')", 'red, white', 'red, white', 'correct 1'],
    ["('don't know','sure')", "don't know", "don't know", 'correct 1'],
  ])('%s, right %s, sent %j: %s', (options, right, sent, expected) => {
    expect(mark(old(options, right), sent)).toBe(expected);
  });

  it.each([
    ["('a','b')", ['a', 'b']],
    ["('red, white','blue')", ['red, white', 'blue']],
    ["('don't know','sure')", ["don't know", 'sure']],
    ['("a", "b")', ['a', 'b']],
    ["('a', 'b',)", ['a', 'b']],
    ['(1, 2)', ['1', '2']],
    ["('')", ['']],
  ])('the options of %s', (written, expected) => {
    const body = aProblem(old(written.replaceAll('"', '&quot;'), 'a')).body;
    expect(JSON.stringify(body)).toContain(JSON.stringify(expected));
  });

  it('grades each dropdown on its own, also of the newer form', () => {
    const two = `<optionresponse><optioninput options="('bird','fish')" correct="bird"/><optioninput>
      <option correct="True"> mammal <optionhint>warm</optionhint></option><option correct="False">reptile</option></optioninput></optionresponse>`;
    expect(graded(two, { '2_1': 'bird', '2_2': 'mammal' })).toMatchObject({ score: 2, max: 2 });
    expect(graded(two, { '2_2': 'mammal' })).toMatchObject({ score: 1, correctness: 'partially-correct' });
  });

  it('is broken with two correct options, and never right with none', () => {
    const options = (a: string) =>
      `<optionresponse><optioninput><option correct="${a}">x</option><option correct="true">y</option></optioninput></optionresponse>`;
    expect(brokenBecause(options('True'))).toBe('Dropdown questions can only have one correct answer.');
    expect(mark(options('False').replace('"true"', '"no"'), 'y')).toBe('incorrect 0');
  });
});
