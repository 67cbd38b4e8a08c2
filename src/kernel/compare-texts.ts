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
  const [head, tail] = sameEnds(before, after);
  const [a, b] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  for (const piece of after.slice(0, head)) say('same', piece);
  for (const { type, text } of compareMiddles(a, b)) say(type, text);
  for (const piece of after.slice(after.length - tail)) say('same', piece);
  return runs;
}

function compareMiddles(a: readonly string[], b: readonly string[]): DiffRun[] {
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
      longest[i * width + j] = isSamePiece(a[i], b[j])
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  const runs: DiffRun[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && isSamePiece(a[i], b[j])) {
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
function sameEnds(a: readonly string[], b: readonly string[]): [head: number, tail: number] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && isSamePiece(a[head], b[head])) head++;
  let tail = 0;
  while (tail < most - head && isSamePiece(a[a.length - 1 - tail], b[b.length - 1 - tail])) tail++;
  return [head, tail];
}

/** At the end of a paragraph no space follows. */
function isSamePiece(one = '', other = ''): boolean {
  return one === other || one.trimEnd() === (other.trimEnd() || other);
}

/** Words with the space behind them: what is put together again is the text. */
function wordsOf(text: string): string[] {
  return text.match(/\n|[^\s]+ ?/g) ?? [];
}

function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
