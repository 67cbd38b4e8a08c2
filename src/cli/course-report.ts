import type { CourseCounts, Finding } from '../domains/exchange/index.ts';

/** How many findings people see; `--json` has them all. */
const shownAtMost = 50;

/** What a course holds and what is odd about it, as text. */
export function describeCourse(report: {
  readonly counts: CourseCounts;
  readonly findings: readonly Finding[];
  readonly findingsTotal: number;
}): string {
  const { counts, findings, findingsTotal } = report;
  const lines = [
    `${counts.blocks} blocks: ${list(counts.byTag)}`,
    `responses in problems: ${list(counts.byResponse) || 'none'}`,
    `${counts.withPython} problems with Python, ${counts.drafts} drafts, ${counts.files} files`,
  ];
  if (findingsTotal > 0) lines.push('', describeFindings(findings, findingsTotal));
  return lines.join('\n');
}

/** What is odd in a course's files, as text. */
export function describeFindings(findings: readonly Finding[], total: number): string {
  const lines = [`${total} ${total === 1 ? 'finding' : 'findings'}, the gravest first:`];
  const order = ['error', 'warning', 'note'];
  const sorted = findings.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  lines.push(...sorted.slice(0, shownAtMost).map(describeFinding));
  if (total > shownAtMost) lines.push(`  … and ${total - shownAtMost} more: --json has them`);
  return lines.join('\n');
}

function describeFinding({ level, message, file, line }: Finding): string {
  return `  ${level}: ${file}${line > 0 ? `:${line}` : ''}: ${message}`;
}

function list(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');
}
