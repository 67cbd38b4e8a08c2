import { stringFeedback } from '../feedback/string-feedback.ts';
import { attribute, correct, incorrect, markOne, onlyInput, type ResponseKind, textOf } from './response.ts';
import { readAnswers, readTextRules, textMatcher } from './string-answers.ts';

/** A text, compared exactly, without case, or by a pattern. (Rules 3.9.) */
export const string: ResponseKind = {
  inputs: ['textline'],
  inputs_max: 1,
  required: ['answer'],
  hint: {
    element: 'stringhint',
    matcher: (source, hint) => {
      const rules = readTextRules(source.element.attributes.type);
      return textMatcher([(attribute(source, hint, 'answer') ?? '').trim()], rules);
    },
  },
  compile(source) {
    const input = onlyInput(source);
    const { answers, isOldList } = readAnswers(source);
    const rules = readTextRules(source.element.attributes.type);
    const matches = textMatcher(answers, isOldList ? { ...rules, isPattern: false } : rules);
    const feedback = stringFeedback(source, rules);
    return {
      grade: (submission) => {
        const text = textOf(submission.answers[input.id])?.trim() ?? '';
        return markOne(source, matches(text) ? correct : incorrect);
      },
      shown: () => ({ [input.id]: answers.join(' <b>or</b> ') }),
      feedback: (submission, marks) => {
        const text = textOf(submission.answers[input.id]);
        return text === null ? [] : feedback(text, marks.inputs[input.id]?.correctness === 'correct');
      },
    };
  },
};
