import { type CharacterSet, classes, ignoringCase, range } from './character-set.ts';
import { bracketSet, escapedCode } from './parse-escape.ts';
import { PatternError, type PatternNode } from './pattern-node.ts';
import { patternReader } from './pattern-reader.ts';

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
}

const DEPTH_MAX = 100;

/** Reads a pattern in Python's syntax. @throws PatternError */
export function parsePattern(source: string, ignoresCase: boolean): { node: PatternNode; groups: number } {
  const reader = patternReader(source);
  const names = new Map<string, number>();
  let groups = 0;
  let depth = 0;
  let flags: Flags = { i: ignoresCase, m: false, s: false, x: false };

  function choice(): PatternNode {
    if (++depth > DEPTH_MAX) reader.fail('nested too deeply');
    const outer = flags;
    const options = [sequence()];
    while (reader.take('|')) options.push(sequence());
    depth--;
    // Flags that stood inside a group end with it; those of the whole pattern stay.
    if (depth > 0) flags = outer;
    return options.length === 1 ? options[0]! : { type: 'choice', options };
  }

  function sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (!reader.isAtEnd() && reader.peek() !== '|' && reader.peek() !== ')') {
      if (flags.x && reader.match(/\s+|#[^\n]*/y)) continue;
      const part = atom();
      if (part) parts.push(quantified(part));
    }
    return { type: 'sequence', parts };
  }

  function quantified(of: PatternNode): PatternNode {
    const found = reader.match(/[*+?]|\{(\d*),(\d*)\}|\{(\d+)\}/y);
    if (!found || found[0] === '{,}') return found ? reader.fail('unsupported repeat') : of;
    if (of.type === 'assert') reader.fail('nothing to repeat');
    const [min, max] = bounds(found);
    if (min > max) reader.fail('min repeat greater than max repeat');
    const isLazy = reader.take('?');
    const isPossessive = !isLazy && reader.take('+');
    if (/[*+?]/.test(reader.peek() || ' ')) reader.fail('multiple repeat');
    const repeat: PatternNode = { type: 'repeat', of, min, max, isLazy };
    return isPossessive ? { type: 'atomic', of: repeat } : repeat;
  }

  const set = (matches: CharacterSet): PatternNode => ({
    type: 'set',
    matches: flags.i ? ignoringCase(matches) : matches,
  });

  function atom(): PatternNode | null {
    const character = reader.next();
    switch (character) {
      case '.':
        return { type: 'set', matches: flags.s ? () => true : (code) => code !== 10 };
      case '^':
        return { type: 'assert', what: flags.m ? 'line-start' : 'start' };
      case '$':
        return { type: 'assert', what: flags.m ? 'line-end' : 'end' };
      case '[':
        return set(bracketSet(reader));
      case '(':
        return reader.take('?') ? extension() : captured();
      case '\\':
        return escaped();
      case '*':
      case '+':
      case '?':
        return reader.fail('nothing to repeat');
      default: {
        const code = character.codePointAt(0)!;
        return set(range(code, code));
      }
    }
  }

  function closed(): PatternNode {
    const inner = choice();
    if (!reader.take(')')) reader.fail('missing ), unterminated subpattern');
    return inner;
  }

  function captured(name?: string): PatternNode {
    const index = ++groups;
    if (name !== undefined) {
      if (names.has(name)) reader.fail(`redefinition of group name ${name}`);
      names.set(name, index);
    }
    return { type: 'group', index, of: closed() };
  }

  function reference(index: number | undefined): PatternNode {
    if (index === undefined || index > groups) return reader.fail('invalid group reference');
    return { type: 'reference', index, ignoresCase: flags.i };
  }

  /** What begins with `(?`. Null for what matches nothing, such as a comment. */
  function extension(): PatternNode | null {
    if (reader.take('#')) {
      reader.until(')');
      return null;
    }
    if (reader.take('P<')) return captured(reader.until('>'));
    if (reader.take('P=')) return reference(names.get(reader.until(')')));
    const look = reader.match(/<?[=!]/y)?.[0];
    if (look) {
      return { type: 'look', isAhead: !look.startsWith('<'), isNegative: look.endsWith('!'), of: closed() };
    }
    if (reader.take('>')) return { type: 'atomic', of: closed() };
    return flagged();
  }

  /** `(?i)` for the rest, `(?i:…)` for the group. */
  function flagged(): PatternNode | null {
    const found = reader.match(/([aimsuxL]*)(?:-([imsx]+))?([:)])/y) ?? reader.fail('unknown extension');
    const outer = flags;
    for (const flag of found[1] ?? '') if (flag in flags) flags = { ...flags, [flag]: true };
    for (const flag of found[2] ?? '') flags = { ...flags, [flag]: false };
    if (found[3] === ')') return null;
    const inner = closed();
    flags = outer;
    return inner;
  }

  function escaped(): PatternNode {
    const digits = reader.match(/[1-9]\d?/y)?.[0];
    if (digits) return reference(Number(digits));
    const character = reader.next();
    const edges = { A: 'start', Z: 'text-end', b: 'edge', B: 'no-edge' } as const;
    if (character in edges) return { type: 'assert', what: edges[character as keyof typeof edges] };
    const known = classes[character];
    if (known) return { type: 'set', matches: known };
    const code = escapedCode(reader, character);
    return set(range(code, code));
  }

  const node = choice();
  if (!reader.isAtEnd()) throw new PatternError('unbalanced parenthesis');
  return { node, groups };
}

function bounds(found: RegExpExecArray): readonly [number, number] {
  const [sign, low, high, exact] = found;
  if (sign === '*') return [0, Infinity];
  if (sign === '+') return [1, Infinity];
  if (sign === '?') return [0, 1];
  if (exact !== undefined) return [Number(exact), Number(exact)];
  return [Number(low || 0), high ? Number(high) : Infinity];
}
