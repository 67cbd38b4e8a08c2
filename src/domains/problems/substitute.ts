import { ProblemError } from './problem-error.ts';
import type { ScriptResult } from './script-runner.ts';

/** Puts the script's variables into a text: `$name` becomes the printed value. @throws ProblemError for too long a text */
export type Substitute = (text: string) => string;

/** A long value named often must not fill the memory: neither one text nor a whole drawing may grow beyond this. */
const longest_chars = 4_000_000;

const asWritten: Substitute = (text) => text;

/**
 * Plain replacement in the whole text, longest names first, so `$abc` is `$ab` and a `c` where only `ab` exists.
 * Unknown names stay. (Rule 3.18.5.)
 */
export function substitution(scripts: ScriptResult | null): Substitute {
  if (scripts?.type !== 'ran') return asWritten;
  const names = Object.keys(scripts.variables).sort((a, b) => b.length - a.length);
  if (names.length === 0) return asWritten;
  const pattern = new RegExp(`\\$(${names.map((name) => name.replace(/[^\w]/gu, '\\$&')).join('|')})`, 'gu');
  return (text) => {
    if (!text.includes('$')) return text;
    let length = text.length;
    return text.replace(pattern, (_, name: string) => {
      const value = scripts.variables[name]?.printed ?? '';
      length += value.length;
      if (length > longest_chars) throw tooLong();
      return value;
    });
  };
}

/** The same, with one bound over all texts until `end` is called. */
export function boundedSubstitution(substitute: Substitute): { substitute: Substitute; end: () => void } {
  let left = longest_chars;
  return {
    substitute: (text) => {
      const result = substitute(text);
      left -= result.length - text.length;
      if (left < 0) throw tooLong();
      return result;
    },
    end: () => {
      left = Infinity;
    },
  };
}

function tooLong(): ProblemError {
  return new ProblemError(`Its variables make the text longer than ${longest_chars} characters.`);
}
