import { isElement, type XmlElement, type XmlNode } from '../../../kernel/xml/index.ts';
import { oneLine, writeProse } from './write-prose.ts';

const inputNames = new Set(['choicegroup', 'checkboxgroup', 'optioninput', 'textline', 'formulaequationinput']);
/** Children of a response that the lines of its answer say. */
const answerNames = new Set(['responseparam', 'additional_answer', 'correcthint', 'stringequalhint']);

type Writer = (input: XmlElement, response: XmlElement) => string;

const writers: Record<string, Writer> = {
  multiplechoiceresponse: writeRadioGroup,
  choiceresponse: writeCheckGroup,
  optionresponse: writeDropdown,
  numericalresponse: writeNumber,
  stringresponse: writeText,
};

/** One of the five responses that Markdown can say. */
export function isResponse(node: XmlNode): node is XmlElement {
  return isElement(node) && node.name in writers;
}

/** The part of one response: what stands before its input, the question, what stands behind. */
export function writeResponse(response: XmlElement): string {
  const at = response.children.findIndex((node) => isElement(node) && inputNames.has(node.name));
  const input = response.children[at];
  if (!input || !isElement(input)) return '';
  const isProse = (node: XmlNode) => !isElement(node) || !answerNames.has(node.name);
  return [
    writeProse(response.children.slice(0, at).filter(isProse)),
    writers[response.name]!(input, response),
    writeProse(response.children.slice(at + 1).filter(isProse)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function childrenNamed(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter(isElement).filter((child) => child.name === name);
}

function bodyWithout(parent: XmlElement, name: string): string {
  return oneLine(parent.children.filter((child) => !isElement(child) || child.name !== name));
}

function writeHint(hint: XmlElement | undefined): string {
  if (!hint) return '';
  const { label } = hint.attributes;
  return ` {{${label === undefined ? '' : `${label}:: `}${oneLine(hint.children)}}}`;
}

function firstHint(parent: XmlElement, name: string): string {
  return writeHint(childrenNamed(parent, name)[0]);
}

function writeRadioGroup(group: XmlElement): string {
  return childrenNamed(group, 'choice')
    .map((choice, i) => {
      const marks = [
        choice.attributes.correct === 'true' ? 'x' : '',
        choice.attributes.fixed === 'true' ? '@' : '',
        i === 0 && group.attributes.shuffle === 'true' ? '!' : '',
      ].join('');
      return `(${marks || ' '}) ${bodyWithout(choice, 'choicehint')}${firstHint(choice, 'choicehint')}`;
    })
    .join('\n');
}

function writeCheckHints(choice: XmlElement): string {
  const hints = childrenNamed(choice, 'choicehint').map(
    (hint) => `{ ${hint.attributes.selected === 'true' ? 'selected' : 'unselected'}: ${oneLine(hint.children)} }`,
  );
  return hints.length === 0 ? '' : ` {${hints.join(', ')}}`;
}

function writeCheckGroup(group: XmlElement): string {
  const choices = childrenNamed(group, 'choice').map((choice) => {
    const mark = choice.attributes.correct === 'true' ? 'x' : ' ';
    return `[${mark}] ${bodyWithout(choice, 'choicehint')}${writeCheckHints(choice)}`;
  });
  const compounds = childrenNamed(group, 'compoundhint').map(
    (hint) => `{{ ((${hint.attributes.value ?? ''})) ${oneLine(hint.children)} }}`,
  );
  return [...choices, ...compounds].join('\n');
}

function writeDropdown(input: XmlElement): string {
  const options = childrenNamed(input, 'option');
  if (options.length === 0) return writeShortDropdown(input.attributes.options ?? '', input.attributes.correct ?? '');
  const lines = options.map((option) => {
    const body = bodyWithout(option, 'optionhint');
    const isRight = option.attributes.correct?.toLowerCase() === 'true';
    return `  ${isRight ? `(${body})` : body}${firstHint(option, 'optionhint')}`;
  });
  return `[[\n${lines.join('\n')}\n]]`;
}

function writeShortDropdown(options: string, correct: string): string {
  const names = options.replace(/^\(\s*'|'\s*\)$/g, '').split(/'\s*,\s*'/);
  return `[[${names.map((name) => (name === correct ? `(${name})` : name)).join(', ')}]]`;
}

/** Markdown puts an answer into its attribute as it stands. */
function answerOf({ attributes }: XmlElement): string {
  return (attributes.answer ?? '').replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

function furtherAnswers(response: XmlElement): string[] {
  return response.children.filter(isElement).flatMap((child) => {
    if (child.name === 'additional_answer') {
      return [`or= ${answerOf(child)}${firstHint(child, 'correcthint')}`];
    }
    return child.name === 'stringequalhint'
      ? [`not= ${answerOf(child)}${child.children.length > 0 ? writeHint(child) : ''}`]
      : [];
  });
}

function writeNumber(_input: XmlElement, response: XmlElement): string {
  const tolerance = childrenNamed(response, 'responseparam')[0]?.attributes.default;
  const first = `= ${answerOf(response)}${tolerance ? ` +- ${tolerance}` : ''}`;
  return [first + firstHint(response, 'correcthint'), ...furtherAnswers(response)].join('\n');
}

function writeText(_input: XmlElement, response: XmlElement): string {
  const bar = response.attributes.type === 'ci regexp' ? '|' : '';
  const first = `s= ${bar}${answerOf(response)}${firstHint(response, 'correcthint')}`;
  return [first, ...furtherAnswers(response)].join('\n');
}
