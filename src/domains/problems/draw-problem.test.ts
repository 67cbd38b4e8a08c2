import { describe, expect, it } from 'vitest';
import { answersOf } from './answers-of.ts';
import { demandHint } from './demand-hint.ts';
import { drawProblem } from './draw-problem.ts';
import { learnerCopy } from './learner-copy.ts';
import type { LearnerNode, QuestionNode } from './learner-problem.ts';
import { readProblem } from './read-problem.ts';
import { scriptJob } from './script-job.ts';
import { aProblem, brokenBecause, graded, mark } from './testing.ts';
import { markup } from './vectors/plain-page.ts';

const shown = (inner: string, variables: Record<string, string> = {}) =>
  markup(learnerCopy(aProblem(inner, { variables })).body);

function questions(nodes: readonly LearnerNode[]): QuestionNode[] {
  return nodes.flatMap((node) => {
    if (node.type === 'question') return [node];
    return node.type === 'element' ? questions(node.children) : [];
  });
}

const line = '<stringresponse answer="x"><textline/></stringresponse>';

describe('reading a source', () => {
  it('says why and where it is broken, and throws for nothing', () => {
    expect(readProblem('<problem>\n<p>a < b</p></problem>')).toMatchObject({ type: 'broken', line: 2 });
    expect(readProblem('')).toMatchObject({ type: 'broken' });
    expect(readProblem('<html/>')).toMatchObject({ type: 'broken', because: expect.stringContaining('<problem>') });
    expect(readProblem('x'.repeat(2_000_001))).toMatchObject({ type: 'broken' });
  });

  it('joins the Python of all scripts, and none that is for the browser', () => {
    const source = readProblem(
      '<problem><script>a = 1</script><p><script type="loncapa/python">b = &amp;quot;&amp;lt;&amp;quot;</script></p><script type="text/javascript">var c;</script></problem>',
    );
    expect(source).toMatchObject({ script: 'a = 1\nb = "<"' });
    if (source.type === 'broken') return;
    expect(scriptJob(source, 7, 'ada')).toMatchObject({
      seed: 7,
      globals: { seed: 7, anonymous_student_id: 'ada' },
      wanted: null,
    });
    expect(drawProblem(source, 7)).toMatchObject({ type: 'broken', kind: 'script' });
    expect(drawProblem(source, 7, { type: 'failed', message: 'division by zero' })).toMatchObject({
      because: 'Error while executing script code: division by zero',
    });
  });

  it('takes the plain text of 2012', () => {
    expect(shown('<startouttext/>Old <b>words</b><endouttext/>')).toBe('<div><span>Old <b>words</b></span></div>');
  });
});

describe('ids', () => {
  it('number responses from 2 in document order, inputs within them from 1, under a prefix', () => {
    const two = '<optionresponse><p><optioninput/></p><optioninput/></optionresponse>';
    expect(learnerCopy(aProblem(`<div>${line}</div>${two}`, { idPrefix: 'p' })).inputIds).toEqual([
      'p_2_1',
      'p_3_1',
      'p_3_2',
    ]);
  });
});

describe('what the learner sees', () => {
  it('holds no answer, hint or solution', () => {
    const page = shown(`
      <stringresponse answer="SECRET"><additional_answer answer="SECRET"/><correcthint>SECRET</correcthint>
        <stringequalhint answer="SECRET">SECRET</stringequalhint><responseparam type="tolerance" default="SECRET"/>
        <textline correct_answer="SECRET"/><hintgroup><hintpart on="a"><text>SECRET</text></hintpart></hintgroup></stringresponse>
      <multiplechoiceresponse><choicegroup><choice correct="true">a<choicehint>SECRET</choicehint></choice></choicegroup></multiplechoiceresponse>
      <customresponse expect="SECRET"><textline/><answer>SECRET</answer></customresponse>
      <imageresponse><imageinput src="a.png" rectangle="(1,2)-(3,4)"/></imageresponse>
      <newresponse answer="SECRET"><p answer="SECRET">kept</p></newresponse>
      <solution><p>SECRET</p></solution><demandhint><hint>SECRET</hint></demandhint><!-- SECRET --><script>SECRET</script>`);
    expect(page).not.toContain('SECRET');
    expect(page).not.toContain('(1,2)');
    expect(page).not.toMatch(/correct/);
    expect(page).toContain('kept');
  });

  it('puts variables in, longest names first, and leaves unknown ones', () => {
    expect(shown('<p title="$ab">$abc $a, $d and 5$</p>', { a: '1', ab: '2' })).toBe(
      '<div><p title="2">2c 1, $d and 5$</p></div>',
    );
  });

  it('lets a variable bring markup, but text stays text', () => {
    expect(shown('<p>1 &lt; 2: $m</p>', { m: '<b>so</b>' })).toBe('<div><p>1 &lt; 2: <b>so</b></p></div>');
    expect(shown('<p>$m</p>', { m: 'a < b' })).toBe('<div><p>a &lt; b</p></div>');
    expect(shown('<p>$m</p>', { m: '<textline/><solution>x</solution>' })).toBe('<div><p></p></div>');
  });

  it('is broken where variables would make it endless, or where it asks without end', () => {
    expect(brokenBecause(`<p>${'$a'.repeat(5000)}</p>`, { variables: { a: 'x'.repeat(1000) } })).toMatch(/longer than/);
    expect(brokenBecause('<p title="$a"/>'.repeat(5000), { variables: { a: 'x'.repeat(1000) } })).toMatch(
      /longer than/,
    );
    expect(brokenBecause(`<optionresponse>${'<optioninput/>'.repeat(1000)}</optionresponse>`)).toMatch(/at most 1000/);
  });

  it('turns dollar mathematics into MathJax’s brackets', () => {
    expect(shown('<math>$x_1$</math>')).toContain('[mathjaxinline]x_1[/mathjaxinline]');
    expect(shown('<math>$\\displaystyle x$</math>')).toContain('[mathjax] x[/mathjax]');
    expect(shown('<math><mi>x</mi></math>')).toContain('<math><mi>x</mi></math>');
  });

  it('leaves an input outside of a response out', () => {
    expect(shown('<p>a<textline/></p>')).toBe('<div><p>a</p></div>');
  });
});

describe('labels', () => {
  const labelOf = (inner: string) => {
    const [question] = questions(aProblem(inner).body);
    return {
      label: markup(question!.label),
      descriptions: question!.descriptions.length,
      page: markup(aProblem(inner).body),
    };
  };

  it('stand inside the response, or just before it, and are shown once', () => {
    const inside = line.replace(
      '<textline/>',
      '<label>Which <em>sea</em>?</label><description>One word.</description><textline/>',
    );
    expect(labelOf(inside)).toMatchObject({ label: '<div>Which <em>sea</em>?</div>', descriptions: 1 });
    expect(labelOf(inside).page.match(/sea/g)).toHaveLength(1);
    expect(labelOf(`<label>Which?</label>${line}`)).toMatchObject({ label: '<div>Which?</div>' });
    expect(labelOf(`<label>Which?</label>${line}`).page.match(/Which/g)).toHaveLength(1);
  });

  it('come from the attribute, with the paragraph that says the same', () => {
    const written = line.replace('<textline/>', '<textline label="Which river?"/>');
    expect(labelOf(written).label).toBe('<div>Which river?</div>');
    expect(labelOf(`<p>Which\n <b>river</b>?</p>${written}`)).toMatchObject({
      label: '<div>Which\n <b>river</b>?</div>',
    });
    expect(labelOf(`<p>Which river?</p>${written}`).page.match(/river/g)).toHaveLength(1);
    expect(labelOf(`<p>Think.</p>${written}`).page).toContain('Think.');
  });

  it('name each input where there are several', () => {
    const [question] = questions(
      aProblem(
        '<optionresponse><label>All</label><optioninput label="one"/><optioninput label="two"/></optionresponse>',
      ).body,
    );
    const labels = question!.children.flatMap((node) => (node.type === 'input' ? [markup(node.label)] : []));
    expect(labels).toEqual(['<div>one</div>', '<div>two</div>']);
  });
});

describe('shuffling and pools', () => {
  const metals = (attributes: string, fixed = '') =>
    `<multiplechoiceresponse><choicegroup ${attributes}>${['gold', 'cork', 'iron', 'lead', 'zinc', 'none']
      .map(
        (name) =>
          `<choice correct="${name === 'cork'}" ${name === fixed ? 'fixed="true"' : ''} explanation-id="${name}">${name}</choice>`,
      )
      .join('')}</choicegroup></multiplechoiceresponse>`;
  const order = (inner: string, seed: number) =>
    markup(aProblem(inner, { seed }).body)
      .match(/gold|cork|iron|lead|zinc|none/g)!
      .join(' ');

  it('orders by the seed, the same every time', () => {
    const orders = new Set(Array.from({ length: 20 }, (_, seed) => order(metals('shuffle="true"'), seed)));
    expect(orders.size).toBeGreaterThan(10);
    expect(order(metals('shuffle="true"'), 5)).toBe(order(metals('shuffle="true"'), 5));
    expect(order(metals('shuffle="True"'), 5)).toBe('gold cork iron lead zinc none');
  });

  it('draws all questions of a problem from one generator', () => {
    const twice = metals('shuffle="true"') + metals('shuffle="true"');
    const isSame = Array.from({ length: 10 }, (_, seed) => {
      const words = order(twice, seed).split(' ');
      return words.slice(0, 6).join() === words.slice(6).join();
    });
    expect(isSame.filter(Boolean).length).toBeLessThan(3);
  });

  it('keeps fixed choices at the head or sends them to the end, and names stay with their choices', () => {
    for (let seed = 0; seed < 10; seed++) {
      expect(order(metals('shuffle="true"', 'gold'), seed)).toMatch(/^gold /);
      expect(order(metals('shuffle="true"', 'iron'), seed)).toMatch(/ iron$/);
      expect(mark(aProblem(metals('shuffle="true"'), { seed }), 'choice_1')).toBe('correct 1');
    }
  });

  it('draws one correct choice and some others from a pool, and keeps the drawn one’s solution', () => {
    const solutions =
      '<solutionset><solution explanation-id="cork">C</solution><solution explanation-id="gold">G</solution></solutionset>';
    for (let seed = 0; seed < 10; seed++) {
      const problem = aProblem(metals('answer-pool="3"') + solutions, { seed });
      const drawn = markup(problem.body).match(/gold|cork|iron|lead|zinc|none/g)!;
      expect(drawn).toHaveLength(3);
      expect(drawn).toContain('cork');
      expect(answersOf(problem).solutions.map(({ body }) => markup(body))).toEqual(['<div>C</div>']);
    }
    expect(order(metals('answer-pool="0"'), 1)).toBe('gold cork iron lead zinc none');
    expect(order(metals('answer-pool="99"'), 1).split(' ')).toHaveLength(6);
  });

  it('is broken with both, with a size that is no number, or without both sides', () => {
    expect(brokenBecause(metals('answer-pool="2" shuffle="true"'))).toMatch(/at the same time/);
    expect(brokenBecause(metals('answer-pool="few"'))).toMatch(/integer/);
    expect(brokenBecause(metals('answer-pool="2"').replaceAll('"true"', '"false"'))).toMatch(/at least 1 correct/);
  });
});

describe('solutions and hints to ask for', () => {
  it('shows solutions in order, each in its place', () => {
    const problem = aProblem(
      `<solution>One.</solution>${line.replace('<textline/>', '<textline/><solution>Two: $v.</solution>')}`,
      {
        variables: { v: '7' },
      },
    );
    expect(answersOf(problem).solutions).toMatchObject([
      { id: 'solution_1', body: [{ text: 'One.' }] },
      { id: 'solution_2', body: [{ text: 'Two: 7.' }] },
    ]);
    expect(JSON.stringify(problem.body)).toContain('"kind":"solution","id":"solution_2"');
  });

  it('gives hints one after another, and begins again', () => {
    const problem = aProblem(
      `${line}<demandhint><hint>a</hint><hint>b</hint></demandhint><p><demandhint><hint>no</hint></demandhint></p>`,
    );
    expect(demandHint(problem, 0)).toMatchObject({ count: 2, shown: [[{ text: 'a' }]], hasNext: true });
    expect(demandHint(problem, 3)).toMatchObject({
      index: 1,
      shown: [[{ text: 'a' }], [{ text: 'b' }]],
      hasNext: false,
    });
    expect(demandHint(aProblem(line), 0)).toBeNull();
    expect(demandHint(problem, -1)).toBeNull();
  });
});

describe('feedback aimed at the picked choice', () => {
  const problem = (mode: string) => `<multiplechoiceresponse ${mode}><choicegroup>
    <choice correct="false" explanation-id="g">gold</choice><choice correct="true" explanation-id="c">cork</choice><choice>tin</choice>
    </choicegroup></multiplechoiceresponse><targetedfeedbackset><targetedfeedback explanation-id="g">Heavy.</targetedfeedback>
    <targetedfeedback explanation-id="c">Light.</targetedfeedback><targetedfeedback>Nobody’s.</targetedfeedback></targetedfeedbackset>
    <solutionset><solution explanation-id="c">Full of air.</solution></solutionset>`;
  const feedback = (mode: string, pick: string) =>
    graded(problem(mode), pick).targetedFeedback.map(
      ({ id, correctness, body }) => `${id} ${correctness} ${markup(body)}`,
    );

  it('shows the picked choice’s only, and only after a submission', () => {
    expect(markup(aProblem(problem('targeted-feedback=""')).body)).not.toMatch(/Heavy|Light|air/);
    expect(feedback('targeted-feedback=""', 'choice_0')).toEqual(['2_feedback incorrect <div>Heavy.</div>']);
    expect(feedback('targeted-feedback=""', 'choice_2')).toEqual([]);
  });

  it('moves the correct choice’s solution into it where asked', () => {
    const always = 'targeted-feedback="alwaysShowCorrectChoiceExplanation"';
    expect(feedback(always, 'choice_1')).toEqual(['2_feedback correct <div>Light.Full of air.</div>']);
    expect(answersOf(aProblem(problem(always))).solutions).toEqual([]);
    expect(answersOf(aProblem(problem('targeted-feedback=""'))).solutions).toHaveLength(1);
  });

  it('is plain text without the attribute', () => {
    expect(markup(aProblem(problem('')).body)).toMatch(/Heavy[\s\S]*Light/);
  });
});
