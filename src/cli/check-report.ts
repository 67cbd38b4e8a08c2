import type { CourseCheck, Remark } from '../domains/studio/index.ts';
import { remarkWords } from './remark-words.ts';

/** How many remarks people see; `--json` has them all. */
const shown_remarks = 60;

/** What the studio's check says of a course, errors first. */
export function describeCheck({ remarks, errors, warnings, blocks, untried }: CourseCheck): string {
  const sorted = remarks.toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
  const left = errors + warnings - Math.min(sorted.length, shown_remarks);
  return [
    `The check: ${count(errors, 'error')} and ${count(warnings, 'warning')} in ${count(blocks, 'block')}`,
    ...sorted.slice(0, shown_remarks).map(describeRemark),
    ...(left > 0 ? [`  … and ${left} more: --json has them`] : []),
    ...(untried > 0 ? [`${count(untried, 'problem')} with Python not tried out: no Python was run`] : []),
  ].join('\n');
}

function describeRemark({ level, code, tag, title, at, above, details }: Remark): string {
  const place = [...above, ...(at && at.title !== title ? [at.title] : []), `${tag} “${title}”`].join(' › ');
  return `  ${level}: ${place}: ${remarkWords[code]}${details.length > 0 ? ` (${details.join('; ')})` : ''}`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
