import { caseForms, isWordCharacter } from './character-set.ts';
import { PatternError, type PatternNode } from './pattern-node.ts';

/** Where a pattern stands in a text. Captures are [start, end) by group. */
interface State {
  readonly text: readonly number[];
  readonly captures: (readonly [number, number] | undefined)[];
  steps: number;
  depth: number;
}

/** What is to match after this node. */
type Then = (at: number) => boolean;
type Matcher = (state: State, at: number, then: Then) => boolean;

/** Enough for any honest pattern; one that goes wild is stopped here instead of stopping the server. */
const most_steps = 200_000;
/** Each step takes several frames of a stack that holds no more than some thousand steps, fewer before they are compiled. */
const most_depth = 1_200;

/** Makes a matcher that looks for the pattern anywhere in a text. The matcher throws PatternError beyond its limits. */
export function compileMatcher(node: PatternNode, groups: number): (text: string) => boolean {
  const matcher = compile(node);
  return (text) => {
    const codes = Array.from(text, (character) => character.codePointAt(0)!);
    const state: State = { text: codes, captures: new Array(groups + 1), steps: 0, depth: 0 };
    for (let from = 0; from <= codes.length; from++) {
      state.captures.fill(undefined);
      if (matcher(state, from, () => true)) return true;
    }
    return false;
  };
}

function stepped(state: State, step: () => boolean): boolean {
  if (++state.steps > most_steps || ++state.depth > most_depth) {
    throw new PatternError('the pattern takes too long on this text');
  }
  const matched = step();
  state.depth--;
  return matched;
}

function limited(matcher: Matcher): Matcher {
  return (state, at, then) => stepped(state, () => matcher(state, at, then));
}

function compile(node: PatternNode): Matcher {
  switch (node.type) {
    case 'set':
      return limited((state, at, then) => at < state.text.length && node.matches(state.text[at]!) && then(at + 1));
    case 'sequence':
      return sequence(node.parts.map(compile));
    case 'choice': {
      const options = node.options.map(compile);
      return limited((state, at, then) => options.some((option) => option(state, at, then)));
    }
    case 'group':
      return group(node.index, compile(node.of));
    case 'reference':
      return reference(node.index, node.ignoresCase);
    case 'assert':
      return (state, at, then) => isAt(node.what, state.text, at) && then(at);
    case 'look':
      return look(compile(node.of), node.isAhead, node.isNegative);
    case 'atomic':
      return atomic(compile(node.of));
    case 'repeat':
      return node.of.type === 'set' ? repeatSet(node, node.of.matches) : repeat(node, compile(node.of));
  }
}

function sequence(parts: readonly Matcher[]): Matcher {
  if (parts.length === 1) return parts[0]!;
  return limited((state, at, then) => {
    const from = (index: number, place: number): boolean =>
      index === parts.length ? then(place) : parts[index]!(state, place, (next) => from(index + 1, next));
    return from(0, at);
  });
}

function group(index: number, of: Matcher): Matcher {
  return limited((state, at, then) => {
    const before = state.captures[index];
    const matched = of(state, at, (end) => {
      const inner = state.captures[index];
      state.captures[index] = [at, end];
      if (then(end)) return true;
      state.captures[index] = inner;
      return false;
    });
    if (!matched) state.captures[index] = before;
    return matched;
  });
}

function reference(index: number, ignoresCase: boolean): Matcher {
  const isSame = (a: number, b: number | undefined) =>
    a === b || (ignoresCase && b !== undefined && caseForms(a).some((form) => caseForms(b).includes(form)));
  return limited((state, at, then) => {
    const capture = state.captures[index];
    if (!capture) return false;
    const [start, end] = capture;
    for (let i = start; i < end; i++) if (!isSame(state.text[i]!, state.text[at + i - start])) return false;
    return then(at + end - start);
  });
}

/** Behind: tried from every earlier place, so that it need not have a fixed width. */
function look(of: Matcher, isAhead: boolean, isNegative: boolean): Matcher {
  return limited((state, at, then) => {
    let found = false;
    if (isAhead) found = of(state, at, () => true);
    for (let from = at; !isAhead && !found && from >= 0; from--) found = of(state, from, (end) => end === at);
    return found !== isNegative && then(at);
  });
}

function atomic(of: Matcher): Matcher {
  return limited((state, at, then) => {
    let end = -1;
    const matched = of(state, at, (place) => {
      end = place;
      return true;
    });
    return matched && then(end);
  });
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly isLazy: boolean;
}

/** A repeated single character needs no recursion. */
function repeatSet({ min, max, isLazy }: Bounds, matches: (code: number) => boolean): Matcher {
  return limited((state, at, then) => {
    const fits = (count: number) => at + count < state.text.length && matches(state.text[at + count]!);
    let count = 0;
    while (count < (isLazy ? min : max) && fits(count)) count++;
    if (count < min) return false;
    state.steps += count;
    for (;;) {
      if (then(at + count)) return true;
      if (isLazy ? count >= max || !fits(count) : count <= min) return false;
      count += isLazy ? 1 : -1;
    }
  });
}

function repeat({ min, max, isLazy }: Bounds, of: Matcher): Matcher {
  return (state, at, then) => {
    const from = (place: number, count: number): boolean =>
      stepped(state, () => {
        // A round that took nothing would go on for ever.
        const once = () =>
          count < max && of(state, place, (next) => (next > place || count < min) && from(next, count + 1));
        if (count < min) return once();
        return isLazy ? then(place) || once() : once() || then(place);
      });
    return from(at, 0);
  };
}

function isAt(what: Extract<PatternNode, { type: 'assert' }>['what'], text: readonly number[], at: number): boolean {
  const newline = 10;
  switch (what) {
    case 'start':
      return at === 0;
    case 'line-start':
      return at === 0 || text[at - 1] === newline;
    case 'end':
      return at === text.length || (at === text.length - 1 && text[at] === newline);
    case 'line-end':
      return at === text.length || text[at] === newline;
    case 'text-end':
      return at === text.length;
    case 'edge':
    case 'no-edge': {
      const isEdge = isWordCharacter(text[at - 1]) !== isWordCharacter(text[at]);
      return isEdge === (what === 'edge');
    }
  }
}
