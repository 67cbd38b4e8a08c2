import { type CharacterSet, classes, ignoringCase, range } from './character-set.ts';
import { bracketSet, escapedCode } from './parse-escape.ts';
import { PatternError, type PatternNode } from './pattern-node.ts';
import { type PatternReader, patternReader } from './pattern-reader.ts';

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
}

/** A pattern while it is read: its groups so far, and the flags that hold here. */
interface Parser {
  readonly reader: PatternReader;
  readonly names: Map<string, number>;
  groups: number;
  depth: number;
  /** Nothing but flags was read: only here they may stand for the whole pattern. */
  isFresh: boolean;
  flags: Flags;
}

const most_depth = 100;

/** Reads a pattern in Python's syntax. @throws PatternError */
export function parsePattern(source: string, ignoresCase: boolean): { node: PatternNode; groups: number } {
  const flags = { i: ignoresCase, m: false, s: false, x: false };
  const parser: Parser = { reader: patternReader(source), names: new Map(), groups: 0, depth: 0, isFresh: true, flags };
  const node = readChoice(parser);
  if (!parser.reader.isAtEnd()) throw new PatternError('unbalanced parenthesis');
  return { node, groups: parser.groups };
}

function readChoice(parser: Parser): PatternNode {
  if (++parser.depth > most_depth) parser.reader.fail('nested too deeply');
  const outer = parser.flags;
  const options = [readSequence(parser)];
  while (parser.reader.take('|')) options.push(readSequence(parser));
  parser.depth--;
  // Flags that stood inside a group end with it; those of the whole pattern stay.
  if (parser.depth > 0) parser.flags = outer;
  return options.length === 1 ? options[0]! : { type: 'choice', options };
}

function readSequence(parser: Parser): PatternNode {
  const { reader } = parser;
  const parts: PatternNode[] = [];
  while (!reader.isAtEnd() && reader.peek() !== '|' && reader.peek() !== ')') {
    if (parser.flags.x && reader.match(/\s+|#[^\n]*/y)) continue;
    if (reader.match(repetition)) reader.fail('nothing to repeat');
    const part = readAtom(parser);
    if (part) parts.push(quantified(reader, part));
  }
  return { type: 'sequence', parts };
}

const repetition = /[*+?]|\{(\d*),(\d*)\}|\{(\d+)\}/y;

function quantified(reader: PatternReader, of: PatternNode): PatternNode {
  const found = reader.match(repetition);
  if (!found) return of;
  if (of.type === 'assert') reader.fail('nothing to repeat');
  const [min, max] = bounds(found);
  if (min > max) reader.fail('min repeat greater than max repeat');
  const isLazy = reader.take('?');
  const isPossessive = !isLazy && reader.take('+');
  if (reader.match(repetition)) reader.fail('multiple repeat');
  const repeat: PatternNode = { type: 'repeat', of, min, max, isLazy };
  return isPossessive ? { type: 'atomic', of: repeat } : repeat;
}

function bounds(found: RegExpExecArray): readonly [number, number] {
  const [sign, low, high, exact] = found;
  if (sign === '*') return [0, Infinity];
  if (sign === '+') return [1, Infinity];
  if (sign === '?') return [0, 1];
  if (exact !== undefined) return [Number(exact), Number(exact)];
  return [Number(low || 0), high ? Number(high) : Infinity];
}

function set({ flags }: Parser, matches: CharacterSet): PatternNode {
  return { type: 'set', matches: flags.i ? ignoringCase(matches) : matches };
}

/** Null for what matches nothing, such as a comment. */
function readAtom(parser: Parser): PatternNode | null {
  const { reader, flags } = parser;
  if (parser.isFresh) parser.isFresh = /\(\?[aimsux]+\)/y.test(reader.peek(9));
  const character = reader.next();
  switch (character) {
    case '.':
      return { type: 'set', matches: flags.s ? () => true : (code) => code !== 10 };
    case '^':
      return { type: 'assert', what: flags.m ? 'line-start' : 'start' };
    case '$':
      return { type: 'assert', what: flags.m ? 'line-end' : 'end' };
    case '[':
      return { type: 'set', matches: bracketSet(reader, flags.i ? ignoringCase : (matches) => matches) };
    case '(':
      return reader.take('?') ? readExtension(parser) : captured(parser);
    case '\\':
      return readEscape(parser);
    default: {
      const code = character.codePointAt(0)!;
      return set(parser, range(code, code));
    }
  }
}

function closed(parser: Parser): PatternNode {
  const inner = readChoice(parser);
  if (!parser.reader.take(')')) parser.reader.fail('missing ), unterminated subpattern');
  return inner;
}

function captured(parser: Parser, name?: string): PatternNode {
  const index = ++parser.groups;
  if (name !== undefined) {
    if (parser.names.has(name)) parser.reader.fail(`redefinition of group name ${name}`);
    parser.names.set(name, index);
  }
  return { type: 'group', index, of: closed(parser) };
}

function reference({ reader, groups, flags }: Parser, index: number | undefined): PatternNode {
  if (index === undefined || index > groups) return reader.fail('invalid group reference');
  return { type: 'reference', index, ignoresCase: flags.i };
}

/** What begins with `(?`. */
function readExtension(parser: Parser): PatternNode | null {
  const { reader } = parser;
  if (reader.take('#')) {
    reader.until(')');
    return null;
  }
  if (reader.take('P<')) return captured(parser, reader.until('>'));
  if (reader.take('P=')) return reference(parser, parser.names.get(reader.until(')')));
  const look = reader.match(/<?[=!]/y)?.[0];
  if (look) {
    return { type: 'look', isAhead: !look.startsWith('<'), isNegative: look.endsWith('!'), of: closed(parser) };
  }
  return reader.take('>') ? { type: 'atomic', of: closed(parser) } : readFlags(parser);
}

/** `(?i)` for the rest, `(?i:…)` for the group. */
function readFlags(parser: Parser): PatternNode | null {
  const found = parser.reader.match(/([aimsuxL]*)(?:-([imsx]+))?([:)])/y) ?? parser.reader.fail('unknown extension');
  const outer = parser.flags;
  for (const flag of found[1] ?? '') if (flag in outer) parser.flags = { ...parser.flags, [flag]: true };
  for (const flag of found[2] ?? '') parser.flags = { ...parser.flags, [flag]: false };
  if (found[3] === ')') return parser.isFresh ? null : parser.reader.fail('global flags not at the start');
  const inner = closed(parser);
  parser.flags = outer;
  return inner;
}

const edges = { A: 'start', Z: 'text-end', b: 'edge', B: 'no-edge' } as const;

function readEscape(parser: Parser): PatternNode {
  const { reader } = parser;
  const octal = reader.match(/[0-3][0-7]{2}/y)?.[0];
  if (octal) return set(parser, range(Number.parseInt(octal, 8), Number.parseInt(octal, 8)));
  const digits = reader.match(/[1-9]\d?/y)?.[0];
  if (digits) return reference(parser, Number(digits));
  const character = reader.next();
  if (character in edges) return { type: 'assert', what: edges[character as keyof typeof edges] };
  const known = classes[character];
  if (known) return { type: 'set', matches: known };
  const code = escapedCode(reader, character);
  return set(parser, range(code, code));
}
