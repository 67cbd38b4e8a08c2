import { childElements } from '../../../kernel/xml/index.ts';
import type { Feedback } from '../grading.ts';
import type { NamedChoice } from '../responses/named-choices.ts';
import type { ResponseSource } from '../responses/response.ts';
import { block, feedbackBlock, hintText } from './feedback-block.ts';

/** The picked choice's first choicehint. (Rule 3.20.2.) */
export function choiceFeedback(source: ResponseSource, picked: NamedChoice, isRight: boolean): readonly Feedback[] {
  return feedbackBlock(
    source,
    childElements(picked.element).find((child) => child.name === 'choicehint'),
    isRight,
  );
}

/** A compound hint for exactly these ticks, else the choices' own hints in one block. (Rule 3.20.3.) */
export function checkboxFeedback(
  source: ResponseSource,
  choices: readonly NamedChoice[],
  ticked: ReadonlySet<string>,
  isRight: boolean,
): readonly Feedback[] {
  if (ticked.size > 0) {
    const compound = compoundHint(source, choices, ticked);
    if (compound) return feedbackBlock(source, compound, isRight);
  }
  const hints = choices.flatMap((choice) => {
    const wanted = ticked.has(choice.name) ? 'true' : 'false';
    return childElements(choice.element).filter(
      (child) => child.name === 'choicehint' && child.attributes.selected?.toLowerCase() === wanted,
    );
  });
  const texts = hints.map((hint) => hintText(source, hint)).filter((text) => text !== '');
  if (texts.length === 0) return [];
  const labels = hints.flatMap((hint) => (hint.attributes.label === undefined ? [] : [hint.attributes.label]));
  return [block(source, labels.length === 1 ? labels[0]! : null, isRight, texts)];
}

function compoundHint(source: ResponseSource, choices: readonly NamedChoice[], ticked: ReadonlySet<string>) {
  const group = source.inputs[0]!.element;
  const ids = new Set(
    choices.flatMap((choice, index) => (ticked.has(choice.name) ? [choiceId(choice, index).toUpperCase()] : [])),
  );
  return childElements(group).find((child) => {
    if (child.name !== 'compoundhint') return false;
    const value = new Set((child.attributes.value ?? '').toUpperCase().split(/\s+/).filter(Boolean));
    return value.size === ids.size && [...value].every((id) => ids.has(id));
  });
}

/** The written id, else A, B, C … by position. */
function choiceId(choice: NamedChoice, index: number): string {
  return choice.element.attributes.id ?? String.fromCharCode(65 + index);
}
