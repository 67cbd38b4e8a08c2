import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gradeProblem } from './grade-problem.ts';
import type { Answers } from './grading.ts';
import { learnerCopy } from './learner-copy.ts';
import { aProblem } from './testing.ts';

/** A word that no machinery of ours uses, so that finding it in a page means that it leaked. */
const secret = fc.stringMatching(/^[a-z]{3,8}$/).map((word) => `zq${word}`);
const truth = fc.constantFrom('true', 'false', 'partial', 'TRUE', 'maybe');
const credit = fc.constantFrom('', 'partial_credit="EDC"', 'partial_credit="halves"');

const boxes = fc
  .tuple(fc.array(truth, { minLength: 1, maxLength: 8 }), credit, fc.integer({ min: 1, max: 9 }))
  .map(
    ([marks, style, points]) =>
      `<choiceresponse ${style}><checkboxgroup points="${points}">${marks
        .map((correct, at) => `<choice correct="${correct}">choice ${at}</choice>`)
        .join('')}</checkboxgroup></choiceresponse>`,
  );
const radio = fc
  .tuple(fc.array(truth, { minLength: 2, maxLength: 6 }), secret)
  .map(
    ([marks, hint]) =>
      `<multiplechoiceresponse><choicegroup shuffle="true">${marks
        .map((correct, at) => `<choice correct="${correct}">choice ${at}<choicehint>${hint}</choicehint></choice>`)
        .join('')}</choicegroup></multiplechoiceresponse><solution>${hint}</solution>`,
  );
const number = fc
  .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom('', 'partial_credit="close"'))
  .map(([answer, style]) => `<numericalresponse answer="${answer}" ${style}><textline/></numericalresponse>`);
const text = secret.map(
  (answer) => `<stringresponse answer="${answer}"><additional_answer answer="${answer}x"/><textline/></stringresponse>`,
);
const response = fc.oneof(boxes, radio, number, text);
const names = fc.subarray(['choice_0', 'choice_1', 'choice_2', 'choice_3', 'choice_9']);
const answer = fc.oneof(names, fc.string({ maxLength: 30 }), fc.constantFrom('1+1', '1e5', 'choice_0', '('));
const answers = fc.dictionary(fc.constantFrom('2_1', '3_1', '4_1'), answer, {
  noNullPrototype: true,
}) as fc.Arbitrary<Answers>;
const seed = fc.integer({ min: 0, max: 999 });

describe('whatever is asked and answered', () => {
  it('the same problem, seed and answers give the same drawing and grading', () => {
    fc.assert(
      fc.property(fc.array(response, { maxLength: 3 }), answers, seed, (responses, sent, drawn) => {
        const once = aProblem(responses.join(''), { seed: drawn });
        const again = aProblem(responses.join(''), { seed: drawn });
        expect(learnerCopy(again)).toEqual(learnerCopy(once));
        expect(gradeProblem(again, sent)).toEqual(gradeProblem(once, sent));
      }),
    );
  });

  it('points lie between nothing and the maximum, and what is correct is worth something', () => {
    fc.assert(
      fc.property(fc.array(response, { maxLength: 3 }), answers, (responses, sent) => {
        const grading = gradeProblem(aProblem(responses.join('')), sent);
        if (grading.type === 'refused') return;
        expect(grading.score).toBeLessThanOrEqual(grading.max);
        for (const { correctness, points, max } of Object.values(grading.inputs)) {
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(max);
          expect(points > 0).toBe(correctness !== 'incorrect');
        }
      }),
    );
  });

  it('the learner’s copy tells no answer, mark, hint or solution', () => {
    fc.assert(
      fc.property(fc.array(response, { minLength: 1, maxLength: 3 }), seed, (responses, drawn) => {
        const copy = JSON.stringify(learnerCopy(aProblem(responses.join(''), { seed: drawn })));
        expect(copy).not.toContain('zq');
        expect(copy).not.toMatch(/correct|"true"|"false"|"partial"/i);
      }),
    );
  });

  it('one more right tick never earns less when every decision counts', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }), fc.array(fc.boolean()), (rights, ticks) => {
        const problem = aProblem(
          `<choiceresponse partial_credit="EDC"><checkboxgroup>${rights
            .map((isRight) => `<choice correct="${isRight}">x</choice>`)
            .join('')}</checkboxgroup></choiceresponse>`,
        );
        const ticked = rights.flatMap((_, at) => (ticks[at] ? [`choice_${at}`] : []));
        const missing = rights.findIndex((isRight, at) => isRight && !ticks[at]);
        fc.pre(missing >= 0);
        const scoreOf = (sent: readonly string[]) => {
          const grading = gradeProblem(problem, { '2_1': sent });
          return grading.type === 'graded' ? grading.score : Number.NaN;
        };
        expect(scoreOf([...ticked, `choice_${missing}`])).toBeGreaterThanOrEqual(scoreOf(ticked));
      }),
    );
  });
});
