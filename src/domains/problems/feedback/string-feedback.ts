import { childElements, textContent, type XmlElement } from '../../../kernel/xml/index.ts';
import type { Feedback } from '../grading.ts';
import { Refusal } from '../problem-error.ts';
import type { ResponseSource } from '../responses/response.ts';
import { lazyPattern, type TextRules, textMatcher } from '../responses/string-answers.ts';
import { feedbackBlock } from './feedback-block.ts';

interface Hint {
  readonly matches: (text: string) => boolean;
  readonly element: XmlElement | undefined;
}

/**
 * Feedback to a text: the first hint that fits, for the main answer, the additional ones, the wrong texts and the
 * patterns, in this order. The text is matched as typed, blanks included. (Rule 3.20.5.)
 */
export function stringFeedback(
  source: ResponseSource,
  rules: TextRules,
): (text: string, isRight: boolean) => readonly Feedback[] {
  const { element } = source;
  const children = childElements(element);
  const named = (name: string) => children.filter((child) => child.name === name);
  const hintIn = (parent: XmlElement) => childElements(parent).find((child) => child.name === 'correcthint');
  const exact: TextRules = { ...rules, isPattern: false };
  // Variables are not put in here: the original compares with what stands in the source.
  const answerOf = (child: XmlElement) => (child.attributes.answer ?? textContent(child)).trim();

  const hints: Hint[] = [
    { matches: textMatcher([answerOf(element)], rules), element: hintIn(element) },
    ...named('additional_answer').map((child) => ({
      matches: textMatcher([answerOf(child)], rules),
      element: hintIn(child),
    })),
    ...named('stringequalhint').map((child) => ({ matches: textMatcher([answerOf(child)], exact), element: child })),
    ...named('regexphint').map((child) => ({ matches: pattern(answerOf(child), rules), element: child })),
  ];
  return (text, isRight) => feedbackBlock(source, hints.find((hint) => hint.matches(text))?.element, isRight);
}

/** A pattern that cannot be read gives no hint. */
function pattern(source: string, rules: TextRules): (text: string) => boolean {
  // Of several alternatives only the first is bound to the start, and only the last to the end.
  const matches = lazyPattern(`^${source}$`, rules.ignoresCase);
  return (text) => {
    try {
      return source !== '' && matches(text);
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  };
}
