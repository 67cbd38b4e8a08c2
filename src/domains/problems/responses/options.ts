import { childElements, textContent, type XmlElement } from '../../../kernel/xml/index.ts';
import { ProblemError } from '../problem-error.ts';
import type { Substitute } from '../substitute.ts';

export interface Options {
  readonly texts: readonly string[];
  readonly right: string | null;
}

/** A dropdown's options, in either way of writing them. (Rules 3.5.) @throws ProblemError for two correct ones */
export function readOptions(input: XmlElement, substitute: Substitute): Options {
  const children = childElements(input).filter((child) => child.name === 'option');
  if (children.length > 0) return readOptionElements(children, substitute);
  return {
    texts: splitOptions(substitute(input.attributes.options ?? '')),
    right: input.attributes.correct === undefined ? null : substitute(input.attributes.correct),
  };
}

function readOptionElements(children: readonly XmlElement[], substitute: Substitute): Options {
  const options = children.map((element) => ({
    text: substitute(optionText(element)),
    isRight: substitute(element.attributes.correct ?? '').toLowerCase() === 'true',
  }));
  const right = options.filter((option) => option.isRight);
  if (right.length > 1) {
    throw new ProblemError('Dropdown questions can only have one correct answer.', children[0]!.line);
  }
  return { texts: options.map((option) => option.text), right: right[0]?.text ?? null };
}

/** The option's own words, without its hints. */
export function optionText(option: XmlElement): string {
  const own = option.children.filter((child) => child.type !== 'element' || child.name !== 'optionhint');
  return own.map(textContent).join('').trim();
}

/**
 * The old form `('a','b, c','don't know')`: commas inside quotes belong to the text, and so does a quote between
 * letters. Quotes may be missing or double.
 */
function splitOptions(written: string): readonly string[] {
  const inner = written
    .trim()
    .replace(/^[([]/, '')
    .replace(/[)\]]$/, '');
  const texts: string[] = [];
  let text = '';
  let quote = '';
  let wasQuoted = false;
  const push = () => {
    const value = wasQuoted ? text : text.trim();
    if (wasQuoted || value !== '') texts.push(value);
    text = '';
    wasQuoted = false;
  };
  for (let at = 0; at < inner.length; at++) {
    const c = inner[at]!;
    const isQuote = c === "'" || c === '"';
    const isInWord =
      c === "'" && /[\p{L}\p{N}]/u.test(inner[at - 1] ?? '') && /[\p{L}\p{N}]/u.test(inner[at + 1] ?? '');
    if (quote !== '') {
      if (c === quote && !isInWord) quote = '';
      else text += c;
    } else if (isQuote && !isInWord) {
      if (text.trim() === '') text = '';
      quote = c;
      wasQuoted = true;
    } else if (c === ',') push();
    else if (!wasQuoted || c.trim() !== '') text += c;
  }
  push();
  return texts;
}
