import { OperatorError } from '../../../kernel/errors.ts';

/**
 * A path out of an archive in its plain form, empty for the top itself. No file is ever written by such a path while
 * a course comes in; but it comes back on export, so what could lead out of a folder is refused at the door.
 *
 * @throws OperatorError for a path that is absolute, leads upwards, has characters of other systems' paths, or is too deep
 */
export function checkPath(path: string, depth: number): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\u0000-\u001f\u007f\\]/.test(path)) throw unsafe(path, 'it has characters that no path may have');
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) throw unsafe(path, 'it does not stay below the course');
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) throw unsafe(path, 'it leads out of the course');
  if (parts.length > depth || path.length > 1000) throw unsafe(path.slice(0, 80), `it is deeper than ${depth} folders`);
  return parts.join('/');
}

/** Where a link leads, as a path of the same archive; null when it leads out of it. */
export function resolveLink(from: string, target: string): string | null {
  if (target.startsWith('/') || target.includes('\\') || target.includes('\0')) return null;
  const parts = from.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

function unsafe(path: string, why: string): OperatorError {
  return new OperatorError(
    `The course was refused because of the path ${JSON.stringify(path)}: ${why}. Pack it again without it.`,
  );
}
