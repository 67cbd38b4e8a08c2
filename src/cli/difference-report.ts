import type { CourseDifference, DifferentBlock, DifferentFile } from '../domains/exchange/index.ts';

/** How many lines people see of one block, and how many blocks or files; `--json` has them all. */
const lines_shown = 40;
const parts_shown = 100;

/** What differs, by name and place, with the lines that go and come. */
export function describeDifference({ blocks, texts, files }: CourseDifference): string {
  const parts = [
    ...list('block', 'blocks', blocks, (block) => [`${block.type} ${describePlace(block)}`, ...linesOf(block)]),
    ...list('text', 'texts', texts, (text) => [`${text.type} ${text.path}`, ...linesOf(text)]),
    ...list('file', 'files', files, (file) => [`${file.type} ${file.path}`]),
  ];
  return parts.join('\n');
}

/** `problem “Sum” in One › First › Unit` */
export function describePlace({ tag, title, above }: Omit<DifferentBlock, 'lines'>): string {
  return `${tag} “${title}”${above.length > 0 ? ` in ${above.join(' › ')}` : ''}`;
}

function list<T>(one: string, many: string, all: readonly T[], describe: (part: T) => readonly string[]): string[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, parts_shown).flatMap((part) => describe(part).map((line) => `  ${line}`));
  if (all.length > parts_shown) shown.push(`  … and ${all.length - parts_shown} more: --json has them`);
  return [`${all.length} ${all.length === 1 ? one : many}:`, ...shown];
}

function linesOf({ lines }: Pick<DifferentFile, 'lines'>): string[] {
  const changed = lines
    .filter(({ type }) => type !== 'same')
    .flatMap(({ type, text }) =>
      text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `  ${type === 'added' ? '+' : '-'} ${line}`),
    );
  const left = changed.length - lines_shown;
  return left > 0 ? [...changed.slice(0, lines_shown), `  … and ${left} more lines`] : changed;
}
