import { writeChildren, type XmlElement } from '../../../kernel/xml/index.ts';
import type { Feedback } from '../grading.ts';
import type { ResponseSource } from '../responses/response.ts';

/** The markup inside a hint element, variables put in. */
export function hintText(source: ResponseSource, hint: XmlElement): string {
  return source.substitute(writeChildren(hint)).trim();
}

/** One block of feedback from one hint element; nothing from an empty one. (Rule 3.20.1.) */
export function feedbackBlock(
  source: ResponseSource,
  hint: XmlElement | undefined,
  isRight: boolean,
): readonly Feedback[] {
  if (!hint) return [];
  const text = hintText(source, hint);
  return text === '' ? [] : [block(source, hint.attributes.label ?? null, isRight, [text])];
}

export function block(
  source: ResponseSource,
  label: string | null,
  isRight: boolean,
  texts: readonly string[],
): Feedback {
  return { questionId: source.id, inputId: source.inputs.at(-1)?.id ?? source.id, label, isRight, texts };
}
