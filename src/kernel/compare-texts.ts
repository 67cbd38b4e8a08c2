/** A run of a text that was compared: in both, only in the later, only in the earlier. */
export interface DiffRun {
  readonly type: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Far above any clause or block: what is longer is shown whole, before and after. */
const most_cells = 4_000_000;

/** The fewest words taken away and put in. Where lines are broken by one space or more is no difference. */
export function compareTexts(before: string, after: string): DiffRun[] {
  return comparePieces(wordsOf(before), wordsOf(after));
}

/** The same by whole lines, with every space in them: for sources. */
export function compareLines(before: string, after: string): DiffRun[] {
  return comparePieces(linesOf(before), linesOf(after));
}

/** By a longest common subsequence, after what is the same at both ends. */
function comparePieces(before: readonly string[], after: readonly string[]): DiffRun[] {
  const runs: { type: DiffRun['type']; text: string }[] = [];
  const say = (type: DiffRun['type'], text: string) => {
    const last = runs.at(-1);
    if (last?.type === type) last.text += text;
    else runs.push({ type, text });
  };
  const numbers = new Map<string, number>();
  const [x, y] = [numbered(before, numbers), numbered(after, numbers)];
  const [head, tail] = sameEnds(x, y);
  const [a, b] = [cut(before, x, head, tail), cut(after, y, head, tail)];
  for (const piece of after.slice(0, head)) say('same', piece);
  for (const { type, text } of compareMiddles(a, b)) say(type, text);
  for (const piece of after.slice(after.length - tail)) say('same', piece);
  return runs;
}

/** Pieces of a text, and a number for each: the same number, the same piece. */
interface Pieces {
  readonly texts: readonly string[];
  readonly numbers: Int32Array;
}

function cut(texts: readonly string[], numbers: Int32Array, head: number, tail: number): Pieces {
  return { texts: texts.slice(head, texts.length - tail), numbers: numbers.slice(head, numbers.length - tail) };
}

function compareMiddles({ texts: a, numbers: x }: Pieces, { texts: b, numbers: y }: Pieces): DiffRun[] {
  if (a.length * b.length > most_cells) {
    return [
      { type: 'removed', text: a.join('') },
      { type: 'added', text: b.join('') },
    ];
  }
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        x[i] === y[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const runs: DiffRun[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && x[i] === y[j]) {
      runs.push({ type: 'same', text: b[j]! });
      i++;
      j++;
    } else if (j === b.length || (i < a.length && longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!)) {
      runs.push({ type: 'removed', text: a[i++]! });
    } else runs.push({ type: 'added', text: b[j++]! });
  }
  return runs;
}

/** How many pieces are the same at the beginning, and of the rest at the end. */
function sameEnds(a: Int32Array, b: Int32Array): [head: number, tail: number] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < most - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return [head, tail];
}

/**
 * A number for each piece, since texts are compared millions of times. At the end of a paragraph no space follows, which
 * makes no other piece of it.
 */
function numbered(pieces: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(pieces, (piece) => {
    const key = piece.trimEnd() || piece;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}

/** Words with the space behind them: what is put together again is the text. */
function wordsOf(text: string): string[] {
  return text.match(/\n|[^\s]+ ?/g) ?? [];
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
