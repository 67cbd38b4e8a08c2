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

/**
 * Looks for `course.xml`, else `library.xml`, the nearest to the top first.
 *
 * @throws OperatorError when there is neither
 */
export function findRoot({ files, findings }: SourceFiles): Root {
  const paths = [...files.keys()].sort(byDepth);
  for (const entry of ['course.xml', 'library.xml'] as const) {
    const found = paths.filter((path) => path === entry || path.endsWith(`/${entry}`));
    const first = found.find((path) => !path.startsWith('static/') && !path.includes('/static/'));
    if (!first) continue;
    const top = commonFolder(paths);
    const place = first.slice(0, -entry.length);
    for (const other of found.filter((path) => path !== first && depthOf(path) === depthOf(first))) {
      const message = `There are two courses here; ${first} was taken. Import the other one by itself.`;
      findings.add({ level: 'warning', code: 'second-course', message, file: other, line: 0 });
    }
    return { top, folder: place.slice(top.length), entry };
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
