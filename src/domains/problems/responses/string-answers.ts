import { childElements, textContent } from '../../../kernel/xml/index.ts';
import { Refusal } from '../problem-error.ts';
import { compilePattern, PatternError } from '../regexp/index.ts';
import { attribute, type ResponseSource } from './response.ts';

/** How texts are compared: the words of a stringresponse's `type`. (Rule 3.9.1.) */
export interface TextRules {
  readonly ignoresCase: boolean;
  readonly isPattern: boolean;
}

export function readTextRules(type: string | undefined): TextRules {
  const words = (type ?? '').toLowerCase().split(/\s+/);
  return { ignoresCase: words.includes('ci'), isPattern: words.includes('regexp') };
}

/** The right answers, trimmed; `isOldList` for the form `a_or_b`. */
export function readAnswers(source: ResponseSource): { answers: readonly string[]; isOldList: boolean } {
  const main = attribute(source, source.element, 'answer')!;
  if (main.includes('_or_')) return { answers: main.split('_or_').map((text) => text.trim()), isOldList: true };
  const others = childElements(source.element)
    .filter((child) => child.name === 'additional_answer')
    .map((child) => attribute(source, child, 'answer') ?? source.substitute(textContent(child)));
  return { answers: [main, ...others].map((text) => text.trim()), isOldList: false };
}

/** A test whether a trimmed text is one of the answers. It throws a Refusal for a pattern that cannot be read. */
export function textMatcher(answers: readonly string[], rules: TextRules): (text: string) => boolean {
  if (rules.isPattern) {
    // One pattern for all: only the first answer is bound to the start, and only the last to the end. (Rule 3.9.5.)
    const pattern = lazyPattern(`^${answers.join('|')}$`, rules.ignoresCase);
    return (text) => text !== '' && pattern(text);
  }
  const form = rules.ignoresCase ? (text: string) => text.toLowerCase() : (text: string) => text;
  const known = new Set(answers.map(form));
  return (text) => text !== '' && known.has(form(text));
}

/** A pattern that is read at its first use. @throws Refusal from the returned function */
export function lazyPattern(pattern: string, ignoresCase: boolean): (text: string) => boolean {
  let compiled: ((text: string) => boolean) | undefined;
  return (text) => {
    try {
      compiled ??= compilePattern(pattern, ignoresCase);
      return compiled(text);
    } catch (error) {
      if (error instanceof PatternError)
        throw new Refusal('script', `error '${error.message}' in this problem's pattern`);
      throw error;
    }
  };
}
