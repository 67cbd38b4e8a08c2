import { describe, expect, it } from 'vitest';
import type { ProblemView } from '../../../../domains/learning/index.ts';
import { drawProblem, imageAreas, learnerCopy, readProblem } from '../../../../domains/problems/index.ts';
import { wordsFor } from '../../../i18n.ts';
import { aPlace } from '../testing.ts';
import { compileProblem } from './compile-problem.ts';
import { fillProblem } from './fill-problem.ts';
import { createPrepareHtml, prepareView } from './prepare-view.ts';
import { readAnswers } from './read-answers.ts';

const words = wordsFor('en');
const place = aPlace({ 'a.png': '' });

const asks = `<problem>
  <multiplechoiceresponse><label>Where does the river rise?</label><description>Think of <b>rain</b>.</description>
    <choicegroup><choice correct="true">hills &amp; <em>moors</em></choice><choice>the sea</choice></choicegroup>
  </multiplechoiceresponse>
  <choiceresponse><label>Which are salt?</label>
    <checkboxgroup><choice correct="true">seas</choice><choice correct="true">oceans</choice><choice>ponds</choice></checkboxgroup>
  </choiceresponse>
  <optionresponse><label>Warm or cold?</label><optioninput options="('warm','&quot;cold&quot;')" correct="warm"/></optionresponse>
  <numericalresponse answer="4"><label>How deep?</label><formulaequationinput trailing_text="m"/></numericalresponse>
  <stringresponse answer="x"><label>Its name?</label><textline size="20"/></stringresponse>
  <solution><p>Because of gravity.</p></solution>
</problem>`;

function drawn(source: string) {
  const read = readProblem(source);
  const problem = read.type === 'source' ? drawProblem(read, 1) : read;
  if (problem.type === 'broken') throw new Error(problem.because);
  return learnerCopy(problem);
}

function aView(overrides: Partial<ProblemView> = {}): ProblemView {
  return {
    blockId: 'problem@one',
    seed: 1,
    answers: {},
    marks: {},
    feedback: [],
    score: null,
    possible: 5,
    attempts: { used: 0, max: 3 },
    closed: null,
    may: { save: true, reset: false, showAnswer: false },
    hints: { count: 0, shown: [] },
    shownAnswers: null,
    due: null,
    refusal: null,
    ...overrides,
  };
}

const frame = { title: 'Rivers & seas', action: '/learn/x/answer/y', words };

async function fill(source: string, overrides: Partial<ProblemView> = {}) {
  const view = await prepareView(aView(overrides), place, createPrepareHtml());
  return fillProblem(await compileProblem(drawn(source), place), view, frame);
}

describe('a problem on the page', () => {
  it('has a form with named groups, described and labelled fields, and its score and attempts', async () => {
    const html = await fill(asks);
    expect(html).toContain('<form method="post" action="/learn/x/answer/y"');
    expect(html).toContain('Rivers &amp; seas');
    expect(html).toMatch(
      /<fieldset class="question" aria-describedby="(p-problem-one-[\w-]+)"><legend[^>]*>Where does the river rise\?<\/legend><div[^>]* id="\1">Think of <b>rain<\/b>/,
    );
    expect(html).toMatch(
      /<label class="question-label" for="(p-problem-one-[\w-]+)">How deep\?<\/label>[\s\S]*<input type="text" id="\1"/,
    );
    expect(html).toContain('hills &amp; <em>moors</em>');
    expect(html).toContain('5 points possible');
    expect(html).toContain('0 of 3 attempts used');
    expect(html).not.toContain('gravity');
    expect(html).not.toMatch(/[\uFDD0\uFDD1]|undefined|\[object/);
  });

  it('shows what was given, and nothing else, in the fields', async () => {
    const ids = drawn(asks).inputIds;
    const html = await fill(asks, {
      answers: {
        [ids[0]!]: 'choice_1',
        [ids[1]!]: ['choice_0', 'choice_1'],
        [ids[2]!]: '"cold"',
        [ids[3]!]: '3"><script>',
        [ids[4]!]: 'Ouse',
      },
    });
    expect(html.match(/ checked/g)).toHaveLength(3);
    expect(html).toContain('<option value="&quot;cold&quot;" selected>');
    expect(html).toContain('value="3&quot;&gt;&lt;script&gt;"');
    expect(html).toContain('value="Ouse"');
  });

  it('says marks in words, with author’s messages made harmless', async () => {
    const [first] = drawn(asks).inputIds;
    const html = await fill(asks, {
      marks: { [first!]: { correctness: 'partially-correct', message: 'Nearly <img src=x onerror=ran()>' } },
      feedback: [{ label: null, isRight: false, html: '<b onclick="ran()">Read again</b>' }],
      score: { earned: 1, possible: 5 },
    });
    expect(html).toContain('data-mark="partially-correct"');
    expect(html).toContain('Partly correct');
    expect(html).toContain('<strong>Incorrect:</strong> <b>Read again</b>');
    expect(html).not.toContain('ran()');
    expect(html).toContain('1 of 5 points');
  });

  it('takes nothing when it is closed, and offers what may be done', async () => {
    const closed = await fill(asks, { closed: 'attempts-used', may: { save: false, reset: true, showAnswer: true } });
    expect(closed).not.toContain('value="submit"');
    expect(closed.match(/<(?:input|select)[^>]*>/g)!.every((field) => / disabled/.test(field))).toBe(true);
    expect(closed).toContain('value="show-answer"');
    const shown = await fill(asks, {
      shownAnswers: { answers: {}, areas: {}, solutions: ['<p>Because of gravity.</p>'] },
    });
    expect(shown).toContain('<p>Because of gravity.</p>');
  });

  it('typesets formulas in questions and choices', async () => {
    const html = await fill(
      '<problem><multiplechoiceresponse><label>\\(x^2\\)</label><choicegroup><choice correct="true">[mathjaxinline]y[/mathjaxinline]</choice></choicegroup></multiplechoiceresponse></problem>',
    );
    expect(html.match(/<msup>|<mi>y/g)).toHaveLength(2);
    expect(html).toMatch(/^<link rel="stylesheet" href="\/assets\/[0-9a-f]{64}\/style.css">/);
  });
});

describe('what stands in the text once it is known', () => {
  const targeted = `<problem><multiplechoiceresponse targeted-feedback=""><choicegroup>
    <choice correct="true" explanation-id="a">up</choice><choice correct="false" explanation-id="b">down</choice>
    </choicegroup></multiplechoiceresponse><targetedfeedbackset>
    <targetedfeedback explanation-id="b"><p>Not down.</p></targetedfeedback></targetedfeedbackset><p>last</p></problem>`;
  const picture = `<problem><imageresponse><imageinput src="/static/a.png" width="40" height="30"
    rectangle="(1,2)-(11,22)" regions="[[1,1],[9,1],[9,9]]"/></imageresponse></problem>`;

  it('is feedback in its place, once', async () => {
    expect(await fill(targeted)).not.toContain('Not down.');
    const feedback = [{ label: null, isRight: false, html: '<p>Not down.</p>', place: '2_feedback' }];
    const html = await fill(targeted, { feedback });
    expect(html.match(/Not down\./g)).toHaveLength(1);
    expect(html).toMatch(/<strong>Incorrect:<\/strong> <p>Not down\.<\/p>[\s\S]*<p>last<\/p>/);
  });

  it('is the right area over its picture, and in words', async () => {
    expect(await fill(picture)).not.toMatch(/<rect|<polygon/);
    const areas = imageAreas({ rectangle: '(1,2)-(11,22)', regions: '[[1,1],[9,1],[9,9]]' });
    const html = await fill(picture, {
      shownAnswers: { answers: { '2_1': '(1,2)-(11,22)' }, areas: { '2_1': areas }, solutions: [] },
    });
    expect(html).toContain('viewBox="0 0 40 30"');
    expect(html).toContain('<rect x="1" y="2" width="10" height="20"/>');
    expect(html).toMatch(/<polygon points="1,1 9,1 9,9"\/>/);
    expect(html).toContain('(1,2)-(11,22)');
  });
});

describe('what its form sends', () => {
  it('is read in the shapes that grading takes, and nothing besides', () => {
    const problem = drawn(asks);
    const [one, many, option, number, text] = problem.inputIds as [string, string, string, string, string];
    const form = new URLSearchParams([
      [one, 'choice_0'],
      [many, 'choice_0'],
      [many, 'choice_2'],
      [option, 'warm'],
      [number, '4'],
      ['other', 'x'],
    ]);
    expect(readAnswers(problem, form)).toEqual({
      [one]: 'choice_0',
      [many]: ['choice_0', 'choice_2'],
      [option]: 'warm',
      [number]: '4',
    });
    expect(readAnswers(problem, new URLSearchParams([[text, 'Ouse']]))).toMatchObject({ [text]: 'Ouse' });
  });
});
