import type { XmlElement, XmlNode } from '../../../kernel/xml/index.ts';
import type { LearnerNode } from '../learner-problem.ts';
import type { NamedChoice } from '../responses/named-choices.ts';
import type { Substitute } from '../substitute.ts';

/** What an input gets to make the learner's view of itself. */
export interface InputSource {
  readonly id: string;
  readonly questionId: string;
  readonly element: XmlElement;
  /** Its response's element, which decides between boxes and buttons. */
  readonly response: XmlElement;
  readonly substitute: Substitute;
  /** Author's markup as nodes without answers. */
  readonly nodes: (children: readonly XmlNode[]) => readonly LearnerNode[];
  /** The choices in the order drawn for the seed, where shuffling or a pool set one. */
  readonly drawn: readonly NamedChoice[] | undefined;
  /** Whether the input names itself: false where the question's label does. */
  readonly isNamed: boolean;
}

/** The fields that every input has. */
export function inputBase(source: InputSource) {
  const { element, response } = source;
  const label = source.isNamed ? (element.attributes.label ?? '') : '';
  return {
    type: 'input' as const,
    id: source.id,
    questionId: source.questionId,
    label: label === '' ? [] : [{ type: 'text' as const, text: source.substitute(label) }],
    inline: isYes(element.attributes.inline) || isYes(response.attributes.inline),
  };
}

export function isYes(value: string | undefined): boolean {
  return value !== undefined && ['1', 'true', 'yes'].includes(value.trim().toLowerCase());
}

/** A whole number attribute within 1 to 10,000, or null. */
export function sizeAttribute(element: XmlElement, name: string): number | null {
  const value = Number.parseInt(element.attributes[name] ?? '', 10);
  return value >= 1 && value <= 10_000 ? value : null;
}

export function textAttribute(source: InputSource, name: string): string {
  return source.substitute(source.element.attributes[name] ?? '');
}
