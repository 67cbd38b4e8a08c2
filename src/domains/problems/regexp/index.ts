import { compileMatcher } from './match-pattern.ts';
import { parsePattern } from './parse-pattern.ts';

export { PatternError } from './pattern-node.ts';

/**
 * A pattern in Python's syntax, ready to be searched for. It is not JavaScript's: `\d` and `\w` know Unicode, `(?P<n>…)`
 * names a group, `$` matches before a last line break. Steps are counted, so that no pattern can hold the server.
 *
 * @throws PatternError where the pattern cannot be read; the returned function throws it beyond its limits
 */
export function compilePattern(source: string, ignoresCase = false): (text: string) => boolean {
  const { node, groups } = parsePattern(source, ignoresCase);
  return compileMatcher(node, groups);
}
