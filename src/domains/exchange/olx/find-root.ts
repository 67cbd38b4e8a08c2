import { OperatorError } from '../../../kernel/errors.ts';
import type { SourceFiles } from '../archive/source-files.ts';

/** Where a course lies in what was brought. */
export interface Root {
  /** The folder that holds everything, with a `/` behind it or empty. */
  readonly top: string;
  /** The folder of `course.xml` below the top, likewise. */
  readonly folder: string;
  readonly entry: 'course.xml' | 'library.xml';
}

/** Within each other no sensible archive has more courses than this. */
const most_roots = 5;

/**
 * The places of `course.xml`, else of `library.xml`, the nearest to the top first. Of several at one depth the first
 * counts, and the others are a finding.
 *
 * @throws OperatorError when there is none
 */
export function listRoots({ files, findings }: SourceFiles): [Root, ...Root[]] {
  const paths = [...files.keys()].sort(byDepth);
  const top = files.size === 0 ? '' : commonFolder(paths);
  for (const entry of ['course.xml', 'library.xml'] as const) {
    const found = paths.filter(
      (path) => (path === entry || path.endsWith(`/${entry}`)) && !/(?:^|\/)static\//.test(path),
    );
    for (const path of found.slice(1)) {
      if (depthOf(path) !== depthOf(found[0]!)) continue;
      const message = `There are two courses here; ${found[0]} was taken. Import the other one by itself.`;
      findings.add({ level: 'warning', code: 'second-course', message, file: path, line: 0 });
    }
    const firsts = found.filter((path, i) => i === 0 || depthOf(path) !== depthOf(found[i - 1]!));
    const [first, ...others] = firsts
      .slice(0, most_roots)
      .map((path) => ({ top, entry, folder: path.slice(top.length, -entry.length) }));
    if (first) return [first, ...others];
  }
  throw new OperatorError(
    files.size === 0
      ? 'There are no files in it.'
      : 'There is neither a course.xml nor a library.xml in it, so this is no course in the Open edX format. Export it from Open edX Studio, or name the folder that holds course.xml.',
  );
}

/** The folder that all files lie in, as archives have one; empty when there are several. */
function commonFolder(paths: readonly string[]): string {
  const first = paths[0]!.slice(0, paths[0]!.indexOf('/') + 1);
  return first !== '' && paths.every((path) => path.startsWith(first) && path.length > first.length) ? first : '';
}

function depthOf(path: string): number {
  return path.split('/').length;
}

function byDepth(a: string, b: string): number {
  return depthOf(a) - depthOf(b) || (a < b ? -1 : 1);
}
