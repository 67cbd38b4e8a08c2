import { describe, expect, it } from 'vitest';
import { gradeWithScripts } from '../grade-problem.ts';
import type { Answer, Feedback } from '../grading.ts';
import type { ScriptJob } from '../script-runner.ts';
import { aProblem, graded } from '../testing.ts';

function words(feedback: readonly Feedback[]): string[] {
  return feedback.map(({ label, isRight, texts }) => [label ?? (isRight ? '+' : '-'), ...texts].join('|'));
}

const feedback = (problem: string, answer: Answer | null) =>
  words(graded(problem, answer === null ? {} : answer).feedback);

describe('feedback to a choice', () => {
  const metals = `<multiplechoiceresponse partial_credit="points"><choicegroup>
    <choice correct="false">tin<choicehint>Dull.</choicehint><choicehint>Second.</choicehint></choice>
    <choice correct="true">silver<choicehint label="Yes">So <b>white</b>.</choicehint></choice>
    <choice correct="partial">zinc<choicehint label="">Nearly.</choicehint></choice>
    <choice correct="false">lead<choicehint> </choicehint></choice><choice correct="partial">iron<choicehint>Half.</choicehint></choice>
    </choicegroup></multiplechoiceresponse>`;

  it.each([
    ['choice_0', ['-|Dull.']],
    ['choice_1', ['Yes|So <b>white</b>.']],
    ['choice_2', ['|Nearly.']],
    ['choice_3', []],
    ['choice_4', ['-|Half.']],
    [null, []],
  ])('%s: %j', (pick, expected) => {
    expect(feedback(metals, pick)).toEqual(expected);
  });
});

it('gives feedback to the first of the ticked statements', () => {
  const statements = `<truefalseresponse><choicegroup><choice correct="true">a<choicehint>First.</choicehint></choice>
    <choice correct="false">b<choicehint>Second.</choicehint></choice></choicegroup></truefalseresponse>`;
  expect(feedback(statements, ['choice_1', 'choice_0'])).toEqual(['-|Second.']);
  expect(feedback(statements, null)).toEqual([]);
});

describe('feedback to ticked boxes', () => {
  const trees = `<choiceresponse><checkboxgroup>
    <choice correct="true">oak<choicehint selected="true" label="Trees">Oak yes.</choicehint><choicehint selected="FALSE">No oak?</choicehint></choice>
    <choice correct="true" id="lm">elm<choicehint selected="True">Elm yes.</choicehint></choice>
    <choice correct="false">moss<choicehint selected="true" label="Moss">Moss no.</choicehint></choice>
    <compoundhint value="c lm" label="Pair">Elm and moss.</compoundhint><compoundhint value="">Nothing?</compoundhint></checkboxgroup></choiceresponse>`;

  it.each([
    [['choice_0', 'choice_1'], ['Trees|Oak yes.|Elm yes.']],
    [['choice_0', 'choice_2'], ['-|Oak yes.|Moss no.']],
    [['choice_1', 'choice_2'], ['Pair|Elm and moss.']],
    [null, ['-|No oak?']],
  ])('%j: %j', (ticked, expected) => {
    expect(feedback(trees, ticked)).toEqual(expected);
  });
});

describe('feedback to an option', () => {
  const states = `<optionresponse><optioninput><option correct="True"> ice <optionhint>Frozen.</optionhint></option>
    <option correct="False">dew</option></optioninput></optionresponse>`;

  it('is that of the picked one', () => {
    expect(feedback(states, 'ice')).toEqual(['+|Frozen.']);
    expect(feedback(states, 'dew')).toEqual([]);
  });
});

describe('feedback to a text', () => {
  const capital = (type = '') => `<stringresponse answer="Rome" ${type}><correcthint>Eternal.</correcthint>
    <additional_answer answer="Roma"><correcthint label="Si">In Italian.</correcthint></additional_answer>
    <stringequalhint answer="Milan">Too far north.</stringequalhint><regexphint answer="N[ae]ples|Napoli">South.</regexphint>
    <regexphint answer="(">Never.</regexphint><regexphint answer=".*ce">Venice?</regexphint><regexphint answer="N.*">Not N.</regexphint><textline/></stringresponse>`;

  it.each([
    ['Rome', ['+|Eternal.']],
    ['Roma', ['Si|In Italian.']],
    ['Milan', ['-|Too far north.']],
    ['Napoli', ['-|South.']],
    // Only the first alternative is bound to the start, as in an answer that is a pattern.
    ['Old Napoli', ['-|South.']],
    ['Old Naples', []],
    ['Nice', ['-|Venice?']],
    ['milan', []],
    [' Rome ', []],
    [null, []],
  ])('%j: %j', (sent, expected) => {
    expect(feedback(capital(), sent)).toEqual(expected);
  });

  it('takes a wrong text literally, also beside patterns', () => {
    const pattern =
      '<stringresponse answer="x+" type="regexp"><stringequalhint answer="a.c">Dotted.</stringequalhint><textline/></stringresponse>';
    expect(feedback(pattern, 'a.c')).toEqual(['-|Dotted.']);
    expect(feedback(pattern, 'abc')).toEqual([]);
  });

  it('does not mind case where the answer does not', () => {
    expect(feedback(capital('type="ci"'), 'naples')).toEqual(['-|South.']);
  });
});

describe('feedback to a number', () => {
  const two = `<numericalresponse answer="2"><correcthint>Two.</correcthint>
    <additional_answer answer="4"><correcthint>Or four.</correcthint></additional_answer><additional_answer answer="6"/><textline/></numericalresponse>`;

  it('goes by the answer that was met', () => {
    expect(feedback(two, '1+1')).toEqual(['+|Two.']);
    expect(feedback(two, '4')).toEqual(['+|Or four.']);
    expect(feedback(two, '6')).toEqual([]);
    expect(feedback(two, '5')).toEqual([]);
  });
});

describe('the old hintgroup', () => {
  const river = `<stringresponse answer="Rhine" type="ci"><correcthint>New kind.</correcthint><textline/><hintgroup>
    <stringhint answer=" Danube " name="east"/><hintpart on="east"><text>Go <i>west</i>.</text></hintpart>
    <hintpart on="west"><text>No.</text></hintpart></hintgroup></stringresponse>`;

  it('names conditions and parts, and the newer hints are not looked at', () => {
    expect(feedback(river, 'danube')).toEqual(['|Go <i>west</i>.']);
    expect(feedback(river, 'Rhine')).toEqual([]);
  });

  it('compares formulas with its own samples', () => {
    const slope = `<formularesponse answer="(b-a)/t" samples="a,b,t@1,5,1:4,9,3#5"><textline/><hintgroup>
      <formulahint samples="a,b,t@1,5,1:4,9,3#5" answer="t/(b-a)" name="upside"/>
      <hintpart on="upside"><text>Turn it over.</text></hintpart></hintgroup></formularesponse>`;
    expect(feedback(slope, 't/(b-a)')).toEqual(['|Turn it over.']);
    expect(feedback(slope, '(b-a)/t')).toEqual([]);
  });

  it('may ask a function of the script', async () => {
    const jobs: ScriptJob[] = [];
    const problem = aProblem(
      '<script>def tip(ids, answers, new, old): pass</script><stringresponse answer="a"><textline/><hintgroup hintfn="tip"/></stringresponse>',
    );
    const hints = [
      ['2_1', 'First.', 'always'],
      ['2_1', ' Last. ', 'always'],
      ['2_1', 'Never.', 'on_request'],
    ];
    const grading = await gradeWithScripts(problem, { '2_1': 'b' }, async (job) => {
      jobs.push(job);
      return { type: 'ran', variables: { mooc_hints: { value: hints, printed: '' } } };
    });
    expect(grading.type === 'graded' && words(grading.feedback)).toEqual(['|Last.']);
    expect(jobs[0]!.globals).toMatchObject({
      mooc_ids: ['2_1'],
      mooc_answers: { '2_1': 'b' },
      mooc_marks: { '2_1': 'incorrect' },
    });
    expect(
      await gradeWithScripts(problem, { '2_1': 'b' }, async () => ({ type: 'failed', message: 'tip broke' })),
    ).toMatchObject({ because: 'script', message: 'tip broke' });
  });
});
