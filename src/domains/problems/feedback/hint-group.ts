import { childElements, textContent, type XmlElement } from '../../../kernel/xml/index.ts';
import type { Feedback } from '../grading.ts';
import { type Grader, type ResponseKind, type ResponseSource, textOf } from '../responses/response.ts';
import { block, hintText } from './feedback-block.ts';
import { hintFunction } from './hint-function.ts';

/**
 * The old way of giving hints, in a hintgroup: named conditions with parts, or a function of the script. Where it is
 * used, the newer hints are not looked at. (Rule 3.20.7.)
 */
export function withHintGroup(source: ResponseSource, kind: ResponseKind, grader: Grader): Grader {
  const group = childElements(source.element).find((child) => child.name === 'hintgroup');
  if (!group) return grader;
  const { feedback, ...rest } = grader;
  const name = group.attributes.hintfn;
  if (name !== undefined) return { ...rest, feedbackByScript: hintFunction(source, name) };
  const conditions = childElements(group).filter((child) => child.name === kind.hint?.element);
  if (!kind.hint || conditions.length === 0) return grader;
  return { ...rest, feedback: conditionalHints(source, kind.hint, group, conditions) };
}

function conditionalHints(
  source: ResponseSource,
  hint: NonNullable<ResponseKind['hint']>,
  group: XmlElement,
  conditions: readonly XmlElement[],
): NonNullable<Grader['feedback']> {
  const named = conditions.map((condition) => ({
    name: condition.attributes.name ?? '',
    matches: hint.matcher(source, condition),
  }));
  const parts = childElements(group).filter((child) => child.name === 'hintpart');
  return ({ answers }, marks): readonly Feedback[] => {
    const input = source.inputs.at(-1)!;
    const text = textOf(answers[input.id]);
    if (text === null) return [];
    const met = new Set(named.filter(({ matches }) => matches(text.trim())).map(({ name }) => name));
    // One hint an input: a later part takes the place of an earlier one.
    const part = parts.findLast((candidate) => met.has(candidate.attributes.on ?? ''));
    const hintOf = part && partText(source, part);
    return hintOf ? [block(source, '', marks.inputs[input.id]?.correctness === 'correct', [hintOf])] : [];
  };
}

function partText(source: ResponseSource, part: XmlElement): string {
  const text = childElements(part).find((child) => child.name === 'text');
  return text ? hintText(source, text) : textContent(part).trim();
}
