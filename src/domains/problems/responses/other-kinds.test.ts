import { describe, expect, it } from 'vitest';
import { answersOf } from '../answers-of.ts';
import { outsideQuestions } from '../outside-questions.ts';
import { aProblem, brokenBecause, graded, mark, refusal } from '../testing.ts';

describe('a click on an image', () => {
  const image = (areas: string) =>
    `<imageresponse><imageinput src="/static/map.png" width="90" height="80" ${areas}/></imageresponse>`;
  const square = 'rectangle="(10,10)-(20,30);[50,50]-[60,60]"';

  it.each([
    [square, '[10,30]', true],
    [square, ' [ 55 , 60 ] ', true],
    [square, '[21,20]', false],
    [square, '', false],
    ['regions="[[0,0],[40,0],[0,40],[1,1]]"', '[5,5]', true],
    ['regions="[[0,0],[40,0],[0,40]]"', '[0,5]', false],
    ['regions="[[[0,0],[9,0],[0,9]],[[50,50],[60,50],[50,60]]]"', '[52,52]', true],
    ['regions="[[0,0],[40,40]]"', '[20,20]', false],
    ['regions="[[0,0],[20,20],[40,40]]"', '[20,20]', false],
    ['rectangle="(0,0)-(1,1)" regions="[[0,0],[40,0],[0,40]]"', '[5,5]', true],
    ['rectangle="(20,20)-(10,10)"', '[15,15]', false],
  ])('%s: %j hits: %s', (areas, sent, isHit) => {
    expect(mark(image(areas), sent)).toBe(isHit ? 'correct 1' : 'incorrect 0');
  });

  it.each(['30,40', '[-3,4]', '[1.5,2]', 'here'])('%j is refused', (sent) => {
    expect(refusal(image(square), sent)).toMatch(/^internal: error grading/);
  });

  it('shows its areas, and is broken with those that cannot be read', () => {
    expect(answersOf(aProblem(image(square))).inputs['2_1']).toMatchObject({ regions: null });
    expect(brokenBecause(image('rectangle="10-20"'))).toMatch(/rectangle=/);
    expect(brokenBecause(image('regions="[1,2"'))).toMatch(/regions must be JSON/);
  });
});

describe('choices with numbers to fill in', () => {
  const problem = aProblem(`<choicetextresponse><checkboxtextgroup>
    <choice correct="true">w <numtolerance_input answer="3"/> h <numtolerance_input answer="4" tolerance="0.5"/></choice>
    <choice correct="false">none, but <decoy_input/></choice></checkboxtextgroup></choicetextresponse>`);
  const sent = (fields: Record<string, string>) => {
    const named = Object.entries(fields).map(([name, value]) => [`2_1_choiceinput_${name}`, value]);
    return { '2_1': Object.fromEntries(named) as Record<string, string> };
  };
  const first = { '0bc': 'on' };

  it.each([
    [{ ...first, '0_numtolerance_input_0': '1+2', '0_numtolerance_input_1': '4.5' }, true],
    [{ ...first, '0_numtolerance_input_0': '3', '0_numtolerance_input_1': '4.6' }, false],
    [{ ...first, '0_numtolerance_input_0': '', '0_numtolerance_input_1': '4' }, false],
    [{ ...first, '0_numtolerance_input_0': '3' }, true],
    [{ ...first, '0_numtolerance_input_0': '3', '1_numtolerance_input_0': 'junk' }, true],
    [{ ...first, '1bc': 'on', '0_numtolerance_input_0': '3' }, false],
    [{ '1bc': 'on', '1_numtolerance_input_0': '3' }, false],
    [{ '0_numtolerance_input_0': '3' }, false],
  ])('%j is right: %s', (fields, isRight) => {
    expect(mark(problem, sent(fields as Record<string, string>))).toBe(isRight ? 'correct 1' : 'incorrect 0');
  });

  it('refuses a number that is none in a picked choice, decoys too', () => {
    expect(refusal(problem, sent({ ...first, '0_numtolerance_input_0': '<b>' }))).toMatch(/interpret '&lt;b&gt;'/);
    expect(refusal(problem, sent({ '1bc': 'on', '1_numtolerance_input_0': 'many' }))).toMatch(/interpret 'many'/);
  });

  it('takes correct only as it is written', () => {
    const shouted =
      '<choicetextresponse><radiotextgroup><choice correct="True">a</choice></radiotextgroup></choicetextresponse>';
    expect(mark(shouted, sent(first))).toBe('incorrect 0');
  });

  it('wants plain numbers of its author', () => {
    const group = (inside: string) =>
      `<choicetextresponse><radiotextgroup><choice correct="true">${inside}</choice></radiotextgroup></choicetextresponse>`;
    expect(brokenBecause(group('<numtolerance_input/>'))).toBe('Answer not provided for numtolerance_input');
    expect(
      refusal(group('<numtolerance_input answer="sqrt(4)"/>'), sent({ ...first, '0_numtolerance_input_0': '2' })),
    ).toMatch(/Staff answer could not be interpreted/);
  });
});

describe('an annotation', () => {
  const problem = `<annotationresponse><annotationinput points="9"><title>Dawn</title><text>They rowed.</text><options>
    <option choice="incorrect">a storm</option><option choice="correct">a start</option>
    <option choice="partially-correct">a morning</option></options></annotationinput></annotationresponse>`;

  it.each([
    ['{"options":[1],"comment":"boats"}', 'correct 2'],
    ['{"options":[2]}', 'partially-correct 1'],
    ['{"options":[0]}', 'incorrect 0'],
    ['{"options":[1,2]}', 'incorrect 0'],
    ['{"options":["1"]}', 'incorrect 0'],
    ['{"options":[7]}', 'incorrect 0'],
    ['nothing', 'incorrect 0'],
  ])('%s is %s', (sent, expected) => {
    expect(mark(problem, sent)).toBe(expected);
    expect(graded(problem, sent).max).toBe(2);
    expect(answersOf(aProblem(problem)).inputs['2_1']).toBe('a start');
  });
});

describe('what is judged outside', () => {
  const code =
    '<coderesponse queuename="q"><textbox points="3" rows="4" mode="python">start here</textbox>' +
    '<codeparam><grader_payload>{"tests": 2}</grader_payload></codeparam></coderesponse>';

  it('is shown, and has no verdict yet', () => {
    expect(mark(code, 'print(1)')).toBe('incomplete 0');
    const body = JSON.stringify(aProblem(code).body);
    expect(body).toContain('"rows":4');
    expect(body).not.toContain('tests');
  });

  it('says which graders are asked, and the author’s words to them', () => {
    expect(outsideQuestions(aProblem(code))).toEqual([
      { id: '2', inputs: [{ id: '2_1', max: 3 }], queue: 'q', payload: '{"tests": 2}' },
    ]);
    const [external] = outsideQuestions(
      aProblem('<externalresponse url="https://grader.example.org" tests="t1"><textbox/></externalresponse>'),
    );
    expect(external).toMatchObject({ queue: 'externalresponse', payload: expect.stringContaining('tests="t1"') });
  });
});
