import { compareTexts, type DiffRun } from '../../kernel/compare-texts.ts';
import type { PolicyDocument } from './document.ts';

/** A clause, or what stands before the first one, in two versions. */
export interface PassageDifference {
  /** Null for what stands before the first clause. */
  readonly id: string | null;
  readonly title: string;
  readonly state: 'same' | 'changed' | 'added' | 'removed';
  /** The whole passage, word for word, with its title where that changed; empty where it is the same. */
  readonly runs: readonly DiffRun[];
}

/** What differs between two versions of a document, clause by clause, in the order of the later one. */
export function compareDocuments(before: PolicyDocument, after: PolicyDocument): PassageDifference[] {
  const [earlier, later] = [passagesOf(before), passagesOf(after)];
  const kept = [...later].map(([id, { title, text }]): PassageDifference => {
    const old = earlier.get(id);
    if (!old) return { id, title, state: 'added', runs: [{ type: 'added', text }] };
    if (old.title !== title) {
      return { id, title, state: 'changed', runs: compareTexts(withTitle(old), withTitle({ title, text })) };
    }
    const runs = old.text === text ? [] : compareTexts(old.text, text);
    return { id, title, state: runs.length > 0 ? 'changed' : 'same', runs };
  });
  const gone = [...earlier].filter(([id]) => !later.has(id));
  const removed = gone.map(([id, { title, text }]): PassageDifference => {
    return { id, title, state: 'removed', runs: [{ type: 'removed', text }] };
  });
  return [...kept, ...removed];
}

interface Passage {
  readonly title: string;
  readonly text: string;
}

function passagesOf({ title, text, clauses }: PolicyDocument): Map<string | null, Passage> {
  const passages = new Map<string | null, Passage>();
  const waiting = [...clauses];
  let at: { id: string | null; title: string; lines: string[] } = { id: null, title, lines: [] };
  const end = () => passages.set(at.id, { title: at.title, text: plain(at.lines.join('\n')) });
  for (const line of text.split('\n')) {
    const next = waiting[0];
    if (next && /^#{1,6} /.test(line) && line.replace(/^#+ /, '') === next.title) {
      end();
      waiting.shift();
      at = { ...next, lines: [] };
    } else if (!/^# /.test(line)) at.lines.push(line);
  }
  end();
  return passages;
}

/** Where a line was broken is no difference; paragraphs and points are. */
function plain(markdown: string): string {
  return markdown
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim().split(/\n(?=[-*] )/))
    .map((points) => points.map(plainLine).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

/** Without the signs of Markdown; a link shows where it leads, since that may be what changed. */
function plainLine(line: string): string {
  const words = line.replace(/\s+/g, ' ').replaceAll('**', '').trim();
  return words.replace(/^[-*] /, '• ').replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)');
}

function withTitle({ title, text }: Passage): string {
  return `${title}\n\n${text}`;
}
